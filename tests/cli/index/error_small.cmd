prognos index data/norrkoping_elever.csv --lang en
