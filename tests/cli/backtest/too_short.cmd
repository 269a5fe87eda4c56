prognos backtest data/norrkoping_kaa_2022.csv
