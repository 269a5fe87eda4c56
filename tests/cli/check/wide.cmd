prognos check data/norrkoping_elever.csv
