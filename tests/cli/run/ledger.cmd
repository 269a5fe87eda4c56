# a forecast that is recorded, and the list of what was said, made anew only when there is more
cp data/norrkoping_elever.csv elever.csv
cat >jobs.ini <<'INI'
[prognos]
verb = forecast
files = elever.csv
output = prognos.csv
record = minne.ledger
today = 2023-03-15
[lista]
verb = ledger
files = list
ledger = minne.ledger
format = csv
output = lista.csv
after = prognos
INI
prognos run -v jobs.ini; echo "code $?"
wc -l <lista.csv
prognos run -v jobs.ini; echo "code $?"
printf 'Skola;2019;2020;2021;2022\nBerga;117;121;120;131\n' >elever.csv
prognos run -v jobs.ini; echo "code $?"
wc -l <lista.csv
# pictures beside the figures: a result that is delivered
cat >bilder.ini <<'INI'
[mål]
verb = target
files = data/linkoping_indikatorer_2018.csv
outcomes = data/linkoping_utfall_2018.csv
chart = bilder
INI
prognos run bilder.ini; echo "code $?"; ls bilder | sed 's/.*\.//' | sort -u
