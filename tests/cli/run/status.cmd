printf '[a]\nverb = convert\nfiles = data/norrkoping_elever.csv\noutput = a.csv\n[b]\nverb = convert\nfiles = fel.csv\noutput = b.csv\n' >jobs.ini
printf 'Skola;2021;2022\nBerga;12O;131\n' >fel.csv
show() { sed 's/"seconds": [0-9.e-]*/"seconds": S/'; }
prognos run --format json --log run.log --parallel 1 jobs.ini | show
prognos run --format json --log run.log --parallel 1 -o status.json jobs.ini; echo "code $?"; show <status.json
sed 's/^[0-9-]*T[0-9:]*[+-][0-9]* /TIME /; s/ [0-9,]* s$/ S s/' run.log
sed -i 1ilog=none/run.log jobs.ini
prognos run jobs.ini; echo "code $?"
