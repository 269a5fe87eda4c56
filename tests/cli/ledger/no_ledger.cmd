show() { prognos ledger "$@"; echo $?; }
show list
show list --ledger data/norrkoping_elever.csv
show record data/norrkoping_elever.csv --ledger data/norrkoping_elever.csv
show record data/norrkoping_elever.csv --ledger .
show record data/norrkoping_elever.csv --ledger nowhere/a.ledger
show record data/norrkoping_elever.csv --ledger /dev/full
head -c 3000 /dev/zero >zeros
show score --ledger zeros
show record nowhere.csv
ls
