prognos chart data/norrkoping_elever.csv --each --today 2023-03-15 -p svg -o out
