# What forecast writes has some quantiles only; they are kept as they are.
prognos forecast data/norrkoping_elever.csv --horizon 2 --model drift | prognos ledger record - --today 2023-01-10
prognos ledger export | cut -d, -f2,7,11-18
prognos forecast data/norrkoping_elever.csv --horizon 2 --model drift | prognos ledger record - --hide-below 5
