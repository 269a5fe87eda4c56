prognos forecast data/norrkoping_elever.csv --shard 1/5 -f json -o a.part
