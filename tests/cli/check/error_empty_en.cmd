: > e.csv; prognos check --lang en e.csv
