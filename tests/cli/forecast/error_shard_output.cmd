prognos forecast data/norrkoping_elever.csv --shard 1/5
