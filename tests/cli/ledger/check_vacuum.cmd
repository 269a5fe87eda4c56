prognos ledger record data/norrkoping_elever.csv --quiet --today 2023-01-10
prognos ledger vacuum
prognos ledger check
prognos ledger list | tail -n 1
dd if=/dev/zero of=prognos.ledger bs=1 seek=4096 count=200 conv=notrunc 2>/dev/null
prognos ledger check; echo $?
prognos ledger list; echo $?
prognos ledger record data/norrkoping_elever.csv; echo $?
