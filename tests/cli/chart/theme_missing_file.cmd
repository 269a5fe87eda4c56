prognos chart data/norrkoping_elever.csv --theme borta.gp --lang en
