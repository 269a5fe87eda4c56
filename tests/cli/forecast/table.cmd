prognos forecast data/norrkoping_elever.csv --format table
