prognos help check; prognos check --help --lang en
