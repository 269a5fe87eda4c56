for year in 2019 2020 2021 2022; do
  prognos ledger record data/norrkoping_elever.csv --kind people --to $year --label "Plan $year" --today $((year + 1))-01-10 --quiet
done
prognos ledger score --format table
prognos ledger score --format table --lang en --by label
prognos ledger score --by model --series Grundsärskola
prognos ledger score --format json --from 2020 --to 2020
prognos ledger list --from 2021 --series Grundsärskola --format table
