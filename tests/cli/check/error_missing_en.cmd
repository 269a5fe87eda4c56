prognos check --lang en finns_inte.csv
