prognos ledger moved
prognos ledger record data/norrkoping_elever.csv --to 2020 --model linear --series Grundsärskola --today 2021-01-10 --quiet
prognos ledger record data/norrkoping_elever.csv --series Grundsärskola --today 2023-01-10 --quiet
prognos ledger moved --format table
prognos ledger moved data/norrkoping_elever.csv --format table
prognos ledger moved data/norrkoping_elever.csv --lang en
prognos ledger moved data/norrkoping_elever.csv --to 2021
prognos ledger record data/norrkoping_elever.csv --series Gymnasiesärskola --to 2021 --today 2022-01-10 --quiet
prognos ledger record data/norrkoping_elever.csv --series Gymnasiesärskola --today 2023-01-10 --quiet
prognos ledger moved --series Gymnasiesärskola --format table
prognos ledger moved -
