show() { prognos ledger "$@"; echo $?; }
show
show frobnicate
show record
show list --horizon 3
show list --plan
show list more
show check --series A
show record data/norrkoping_elever.csv --by lead
show record data/norrkoping_elever.csv --origin 2020
show record data/norrkoping_elever.csv --plan --origin 2020M01
show record data/norrkoping_elever.csv --plan --origin 2030
show record data/norrkoping_elever.csv --model nonsense
prognos ledger record data/norrkoping_elever.csv --quiet --today 2023-01-10
show show
show show 1
show show 9-9
show show 1-1 2-1
show export --format table
show score --by year
show score --from gårdagen
show list --model theta
