printf 'serie;period;värde\nA;2021;1\nA;2022;2\nA;2021;4\n' > e.csv; prognos check --lang en e.csv
