printf 'period;A\n2021;1\n2O22;2\n' > e.csv; prognos check e.csv
