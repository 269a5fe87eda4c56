prognos help help; prognos help --help --lang en
