prognos forecast data/norrkoping_elever.csv --record a.ledger --label Vår --today 2023-01-10 >with.csv
prognos forecast data/norrkoping_elever.csv | cmp - with.csv && echo same
prognos ledger list --ledger a.ledger --format table
prognos forecast data/norrkoping_elever.csv --record nowhere/a.ledger
