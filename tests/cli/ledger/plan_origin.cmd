# The plan of others in a file that begins with what was known; one period is not in it.
printf 'serie;2019;2020;2021;2022;2023;2024;2025\nA;188;204;219;231;;;260\n' | prognos ledger record - --plan --origin 2020 --label 'Lokalplan 2021' --today 2021-05-01
printf 'serie;2021;2022;2023;2024;2025\nA;223;226;238;243;251\n' | prognos ledger outcomes - --today 2026-01-15
prognos ledger show 1-1 --format table
prognos ledger score --format table
