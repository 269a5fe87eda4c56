printf 'Skola;2021;2022\nA;;\nB;..;..\n' > e.csv; prognos check --lang sv e.csv
