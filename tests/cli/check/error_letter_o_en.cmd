printf 'Skola;2021;2022\nA;12O;2\nB;3;4\n' > e.csv; prognos check --lang en e.csv
