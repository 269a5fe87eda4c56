for day in 2023-01-10 2023-01-11; do
  prognos ledger record data/norrkoping_elever.csv --kind people --label 'Plan 2023' --today $day
done
prognos ledger record data/norrkoping_elever.csv --kind people --label 'Plan 2024' --today 2023-01-12 --quiet --series Grundsärskola
prognos ledger list
ls
