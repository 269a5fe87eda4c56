# A plan that others made in 2015, against its outcome: +0.22 and −5.2 per cent.
printf 'serie;2015\nTotalt;61200\n0 år;707\n' | prognos ledger record - --plan --keep-totals --label 'Befolkningsprognos 2015' --unit personer --today 2015-04-01
printf 'serie;2014;2015\nTotalt;60312;61066\n0 år;718;746\n' | prognos ledger outcomes - --keep-totals --today 2016-03-01
prognos ledger show 1-1 --format table
prognos ledger show 2-1 --format table
prognos ledger score --by series --format table
prognos ledger score --by series
