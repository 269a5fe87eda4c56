prognos merge data/norrkoping_elever.csv --lang en
