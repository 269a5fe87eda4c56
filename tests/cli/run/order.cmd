cat >jobs.ini <<'INI'
[bild]
verb = chart
files = prognos.csv
output = bilder
[prognos]
verb = forecast
files = elever.csv
output = prognos.csv
[sist]
verb = check
files = data/norrkoping_elever.csv
after = bild
[fristående]
verb = check
files = data/norrkoping_elever.csv
INI
run() { prognos run -v --today 2026-11-20 --parallel 1 jobs.ini; echo "code $?"; }
run # the input is not there: told every time, for that may be put right by others
run
printf 'Skola;2021;2022\nBerga;12O;131\n' >elever.csv
run # it is wrong: told once
run
printf 'Skola;2019;2020;2021;2022\nBerga;117;121;120;131\n' >elever.csv
run
run
ls -A; ls -A bilder
