prognos backtest data/norrkoping_kaa_2022.csv
prognos backtest data/norrkoping_elever.csv --models damped,theta --series Grundsärskola
