prognos backtest data/syntetisk_besok_manad.csv --format table
