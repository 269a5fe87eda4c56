prognos chart data/norrkoping_elever.csv --terminal --type stack -q
