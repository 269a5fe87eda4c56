prognos forecast data/norrkoping_elever.csv --horizon 5 --format csv
