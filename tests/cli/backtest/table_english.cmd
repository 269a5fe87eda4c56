prognos --lang en backtest data/norrkoping_elever.csv --series Gymnasiesärskola --format table
