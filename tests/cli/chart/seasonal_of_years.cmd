prognos chart data/norrkoping_elever.csv --type seasonal --each
