prognos backtest data/norrkoping_elever.csv --format table
