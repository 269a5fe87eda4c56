prognos check data/norrkoping_elever.csv --format csv
