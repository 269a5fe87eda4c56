prognos forecast data/norrkoping_elever.csv --index a -o a.part
