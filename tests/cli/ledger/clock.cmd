# a clock that was set back: told, nothing is counted twice, and the newest forecast is the newest
record() { prognos ledger record data/norrkoping_elever.csv --series Grundsärskola "$@"; echo "code $?"; }
today() { sed 's/säger [0-9-]*,/säger DAY,/'; }
record --to 2021 --today 2999-11-20 2>&1
record 2>&1 | today
record 2>&1 | today # it is there already: nothing more to tell
prognos ledger moved --format table
printf '[a]\nverb = forecast\nfiles = a.csv\nrecord = prognos.ledger\noutput = b.csv\n' >jobs.ini
printf 'Skola;2018;2019;2020;2021;2022\nNyskola;183;198;214;240;251\n' >a.csv
prognos run --today 2999-11-21 jobs.ini
sed -i 's/251/252/' a.csv
prognos run jobs.ini 2>&1 | today
prognos run jobs.ini; echo "code $?"
record --today 1970-01-01 --label plan 2>&1 # a day that was given is meant so
# A plan of others that is recorded long after its day is not taken for one of a wrong clock.
printf 'Skola;2018;2019;2020;2021;2022\nGrundsärskola;183;198;214;240;249\n' >b.csv
rm -f prognos.ledger
prognos ledger record b.csv --to 2019 --today 2020-09-01 --horizon 4 -q
printf 'Skola;2021;2022\nGrundsärskola;230;240\n' | prognos ledger record - --plan --today 2020-04-01 -q
prognos ledger moved --format table
