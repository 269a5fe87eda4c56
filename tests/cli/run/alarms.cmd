cat >jobs.ini <<'INI'
[platser]
verb = capacity
files = elever.csv
kind = people
model = drift
capacity = 280
alarm = 50
alarm-within = 2
hook = ./mejla

[prognos]
verb = forecast
files = elever.csv
output = ut.csv
model = drift
horizon = 3
alarm-revision = ja
alarm-moved = ja
INI
printf '#!/bin/sh\n{ echo "till $1:"; cat; } >>brev\n' >mejla; chmod +x mejla
write() { printf 'Skola;2017;2018;2019;2020;2021;2022%s\nBerga;168;183;198;214;%s\n' "$2" "$1" >elever.csv; }
run() { echo "== $1"; prognos run --parallel 1 jobs.ini 2>&1; echo "code $?"; }
write '230;241'; run 'nothing to say'
write '240;249'; run 'over 50 per cent in 2024; 2021 and 2022 revised'
run 'told once'
write '240;249;264' ';2023'; run 'a new year, as foreseen'
write '240;249;234' ';2023'; run 'a year that nobody foresaw'
write '240;249;234;231' ';2023;2024'; run 'well below'
cat brev
