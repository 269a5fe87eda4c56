prognos trend --model naive data/norrkoping_elever.csv
