mkdir d; prognos check --lang sv d
