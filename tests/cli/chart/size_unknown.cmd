prognos chart data/norrkoping_elever.csv --size a5
