printf 'Skola;2021;2022\n' > e.csv; prognos check e.csv
