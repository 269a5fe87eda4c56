printf 'period;A\n2021;1\n2022;2\n2022K1;3\n' > e.csv; prognos check --lang en e.csv
