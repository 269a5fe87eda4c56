prognos convert data/norrkoping_elever.csv --to 2020 | prognos ledger record - --model naive --horizon 1 --series Grundsärskola --today 2021-01-10
printf 'serie;2020;2021\nGrundsärskola;214;238\n' | prognos ledger outcomes - --today 2022-01-10
printf 'serie;2020;2021\nGrundsärskola;214;240\n' | prognos ledger outcomes - --today 2022-06-01
prognos ledger show 1-1 --outcome first | cut -d, -f3-6,12
prognos ledger show 1-1 --outcome latest | cut -d, -f3-6,12
prognos ledger score --outcome first | cut -d, -f1-4
prognos ledger score --outcome latest | cut -d, -f1-4
prognos ledger export --format json
