printf 'a\0\1\2b;c\n' > e.csv; prognos check --lang sv e.csv
