# Neither the small counts nor what would give them away is anywhere in what is written.
cat >elever.csv <<'T'
Skola;2017;2018;2019;2020;2021;2022
Totalt;48242;48643;49044;49445;49846;50247
Ekskolan;40321;40722;41123;41524;41925;42326
Almskolan;7918;7918;7918;7918;7918;7917
Bokskolan;3;3;3;3;3;4
T
prognos chart elever.csv --kind people --today 2023-03-15 -o ut; echo $?
prognos chart elever.csv --kind people --today 2023-03-15 --lang en --series Ekskolan --quiet -o out; echo $?
prognos forecast elever.csv --hide-below 5 --quiet --format csv -o ut/prognos.csv; echo $?
prognos forecast elever.csv --hide-below 5 --quiet --format json -o ut/prognos.json; echo $?
prognos convert elever.csv --hide-below 5 --keep-totals --quiet -o ut/elever.csv; echo $?
ls ut out
grep -rlE '791[78]|7[^0-9.]?91[78]|;[34];|,[34],$' ut out || echo not found
grep -c . ut/elever.csv
# The file's own fingerprint would tell the four to whoever tries one figure after another.
sed 's/;4$/;2/; s/;7917$/;7919/' elever.csv >andra.csv
prognos chart andra.csv --kind people --today 2023-03-15 --quiet --series Ekskolan -o andra
grep '^# input' out/elever.gp andra/andra.gp | cut -d: -f3 | uniq | wc -l
# For use at one's own desk.
prognos chart elever.csv --kind people --today 2023-03-15 --hide-below 0 --quiet -o alla
grep -c '7917' alla/elever.gp
