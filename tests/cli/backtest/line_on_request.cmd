# Acceptance D: fitted to 2017–2020 the line gives 146.0 and 157.9 against 129 and 126.
prognos backtest data/norrkoping_elever.csv --series Gymnasiesärskola --models linear --details --quiet
prognos backtest data/norrkoping_elever.csv --series Gymnasiesärskola --models linear --details --format table
