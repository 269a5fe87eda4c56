prognos chart data/norrkoping_elever.csv --size 600x400 --lang en
