printf 'Område;2021;2022;2023\nEka;31;37;35\n' >elever.csv
printf 'Område;2021;2022;2023;2024\nEka;2113;2157;2086;2204\n' >bef.csv
printf 'Kommun;2021;2022;2023\nEka;9,1;9,2;9,3\nAsp;1,13;1,21;1,32\nBjörk;1,87;1,74;1,95\nLind;0,83;0,97;0,91\n' >andelar.csv
prognos share elever.csv --population bef.csv --pool-with andelar.csv --format table
prognos share elever.csv --population bef.csv --pool-with andelar.csv --share mean --lang en --format table
prognos share elever.csv --population bef.csv --pool-with andelar.csv --share 1,6; echo $?
prognos share elever.csv --population bef.csv --pool-with bef.csv; echo $?
grep -v Lind andelar.csv >två.csv
prognos share elever.csv --population bef.csv --pool-with två.csv; echo $?
prognos share elever.csv --population bef.csv --pool-with finns_ej.csv; echo $?
