prognos chart data/norrkoping_elever.csv --theme mörkt
