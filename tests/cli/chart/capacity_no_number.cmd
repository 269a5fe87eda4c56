prognos chart data/norrkoping_elever.csv --capacity 27O
