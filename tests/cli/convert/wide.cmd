prognos convert data/norrkoping_elever.csv
