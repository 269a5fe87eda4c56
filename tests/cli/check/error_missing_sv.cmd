prognos check --lang sv finns_inte.csv
