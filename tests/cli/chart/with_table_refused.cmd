prognos chart data/norrkoping_elever.csv --type stack --with-table
