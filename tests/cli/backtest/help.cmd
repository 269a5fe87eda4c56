prognos help backtest
prognos backtest --models help | head -n 3
