printf 'Skola;2021;2022\nA;1;2\nB;3\nC;5;6\n' > e.csv; prognos check --lang sv e.csv
