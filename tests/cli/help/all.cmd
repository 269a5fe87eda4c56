prognos help; prognos help --lang en
