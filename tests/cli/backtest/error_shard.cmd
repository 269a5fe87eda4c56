prognos backtest data/norrkoping_elever.csv --shard 1/2 --format json -o 1.part; echo $?
prognos backtest data/norrkoping_elever.csv --shard 1/2 --chart out -o 1.part; echo $?
prognos backtest data/norrkoping_elever.csv --shard 1/2 --exposure 2022=3/4 -o 1.part; echo $?
prognos forecast data/norrkoping_elever.csv --quiet -o f.csv
prognos backtest f.csv --shard 1/2 -o 1.part; echo $?
prognos backtest data/norrkoping_elever.csv --shard 1/2; echo $?
ls
