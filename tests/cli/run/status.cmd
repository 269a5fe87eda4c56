printf '[a]\nverb = convert\nfiles = data/norrkoping_elever.csv\noutput = a.csv\n[b]\nverb = convert\nfiles = fel.csv\noutput = b.csv\n' >jobs.ini
printf 'Skola;2021;2022\nBerga;12O;131\n' >fel.csv
show() { sed 's/"seconds": [0-9.e-]*/"seconds": S/'; }
prognos run --today 2026-11-20 --format json --log run.log --parallel 1 jobs.ini | show
prognos run --today 2026-11-20 --format json --log run.log --parallel 1 -o status.json jobs.ini; echo "code $?"; show <status.json
sed 's/^[0-9-]*T[0-9:]*[+-][0-9]* /TIME /; s/ [0-9,]* s$/ S s/' run.log
# b is told once; who asks how things are sees it as long as it lasts
prognos run --today 2026-11-20 --dry-run jobs.ini; echo "code $?"
prognos run --today 2026-11-20 --dry-run --format json jobs.ini | grep '"b"\|"exit_code": 3,$' | show
sed -i 's/12O/12l/' fel.csv
prognos run --today 2026-11-21 --parallel 1 jobs.ini; echo "code $?"
prognos run --today 2026-11-21 --lang en --parallel 1 --verbose jobs.ini; echo "code $?"
prognos run --today 2026-11-21 --lang en --parallel 1 --verbose jobs.ini; echo "code $?"
prognos run --today 2026-11-21 --lang en --dry-run jobs.ini; echo "code $?"
sed -i 's/12l/121/' fel.csv
prognos run --today 2026-11-22 --parallel 1 --format json jobs.ini | grep '"b"' | show
sed -i 's/121/12O/' fel.csv
sed -i 1ilog=none/run.log jobs.ini
prognos run jobs.ini; echo "code $?"
