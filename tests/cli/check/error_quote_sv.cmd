printf 'Skola;2021;2022\n"A;1;2\nB;3;4\n' > e.csv; prognos check --lang sv e.csv
