printf 'Skola;2021;2022\n=cmd();1,5;2\n@B;3;4\n' > t.csv
prognos convert --format excel t.csv | od -c | head -20
