prognos --lang en forecast data/norrkoping_elever.csv --kind people --format table
