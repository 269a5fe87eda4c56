# As good as a full disk: no file may grow further. What was there is still there.
prognos ledger record data/norrkoping_elever.csv --series Grundsärskola --today 2023-01-10 --quiet
(trap '' XFSZ; ulimit -f 80; prognos ledger record data/norrkoping_elever.csv --horizon 30 --model drift --today 2023-01-11; echo $?)
(trap '' XFSZ; ulimit -f 1; prognos ledger record data/norrkoping_elever.csv --ledger new.ledger --today 2023-01-11; echo $?)
prognos ledger list --format table
prognos ledger check
