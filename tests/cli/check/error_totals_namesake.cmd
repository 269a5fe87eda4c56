prognos check data/norrkoping_elever.csv --totals data/norrkoping_elever.csv
