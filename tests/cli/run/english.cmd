cat >jobs.ini <<'INI'
lang = en
[places]
verb = capacity
files = data/norrkoping_elever.csv
series = Grundsärskola
model = drift
capacity = 280
alarm = 50
output = places.csv
format = excel
INI
prognos run -v jobs.ini; echo "code $?"
prognos run -v jobs.ini; echo "code $?"
sed -i s/280/300/ jobs.ini
prognos run jobs.ini; echo "code $?"
