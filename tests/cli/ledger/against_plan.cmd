# This year's plan against last year's, for the same periods.
printf 'serie;2021;2022;2023\nA;219;231;242\n' | prognos ledger record - --plan --label 'Plan 2021' --today 2021-05-01 --quiet
printf 'serie;2022;2023\nA;225;234\n' | prognos ledger record - --plan --label 'Plan 2022' --today 2022-05-01 --quiet
printf 'serie;2020;2021;2022;2023\nA;204;223;226;238\n' | prognos ledger outcomes - --today 2024-01-15 --quiet
prognos ledger score --by label --format table
