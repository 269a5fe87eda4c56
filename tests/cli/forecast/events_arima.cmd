prognos forecast data/norrkoping_elever.csv --series Grundsärskola --model arima --event 2020:level --horizon 3 --format table
