cat >skolor.ini <<'INI'
include = common.ini
state = minne

[diagram]
verb = chart
files = ut/prognos.csv
output = bilder

[prognos]
verb = forecast
files = elever.csv
output = ut/prognos.csv

[kontroll]
verb = check
files = elever.csv
after = diagram
INI
printf '[defaults]\nseries = Grundsärskola\nformat = csv\nhorizon = 3\n' >common.ini
mkdir jobb ut; cp data/norrkoping_elever.csv jobb/elever.csv; mv skolor.ini common.ini ut jobb
prognos run --dry-run jobb/skolor.ini; echo "code $?"
ls jobb
# paths are relative to the job file
prognos run --job prognos jobb/skolor.ini; echo "code $?"
ls jobb jobb/minne; tail -n 1 jobb/ut/prognos.csv | cut -c1-27
prognos run -n --lang en jobb/skolor.ini
prognos run -n -j prognos jobb/skolor.ini
prognos run -j progonos jobb/skolor.ini; echo "code $?"
