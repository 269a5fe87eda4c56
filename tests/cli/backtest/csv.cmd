# A file: the measures; standard error: the recommendation.
prognos backtest data/norrkoping_elever.csv
