prognos forecast data/norrkoping_elever.csv --shard 6/5 -o a.part
