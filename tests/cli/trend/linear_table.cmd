prognos trend data/norrkoping_elever.csv
