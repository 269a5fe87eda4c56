prognos forecast data/norrkoping_elever.csv --series Gymnasiesärskola --horizon 2 --format json
