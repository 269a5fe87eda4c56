mkdir d; prognos check --lang en d
