prognos backtest; echo $?
prognos backtest data/norrkoping_elever.csv --models pooled,prophet; echo $?
prognos backtest data/norrkoping_elever.csv --models pooled,; echo $?
prognos backtest data/norrkoping_elever.csv --first 1; echo $?
prognos backtest data/norrkoping_elever.csv --format excel; echo $?
prognos backtest data/finns_inte.csv; echo $?
prognos --lang en backtest data/norrkoping_elever.csv --models prophet --quiet; echo $?
