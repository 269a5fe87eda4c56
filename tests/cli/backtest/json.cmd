prognos backtest data/norrkoping_elever.csv --series Grundsärskola --models drift --horizon 2 --format json
prognos backtest data/norrkoping_elever.csv --models naive --horizon 1 --details --first 5 --format json
