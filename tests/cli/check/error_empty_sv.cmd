: > e.csv; prognos check --lang sv e.csv
