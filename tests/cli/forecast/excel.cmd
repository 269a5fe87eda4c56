prognos forecast data/norrkoping_elever.csv --format excel | head -8
