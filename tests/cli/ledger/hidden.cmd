printf 'Del;2017;2018;2019;2020\nTotalt;152;147;150;148\nG;106;100;104;99\nT;41;42;41;44\nF;5;5;5;5\n' >a.csv
printf 'Del;2020;2021\nTotalt;148;150\nG;99;101\nT;44;46\nF;5;3\n' >b.csv
prognos ledger record a.csv --kind people --model naive --horizon 1 --keep-totals --today 2021-01-10 --quiet
prognos ledger outcomes b.csv --kind people --keep-totals --today 2022-01-10 --quiet
prognos ledger export --hide-below 5 | cut -d, -f2,12-15,19,23
prognos ledger export | cut -d, -f2,12-15,19,23
prognos ledger show 4-1 --hide-below 5 --format table
# What is hidden when it is read never comes in.
prognos ledger outcomes b.csv --kind people --keep-totals --hide-below 5 --today 2022-01-11 --ledger new.ledger
