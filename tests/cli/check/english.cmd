prognos check --lang en data/norrkoping_elever.csv
