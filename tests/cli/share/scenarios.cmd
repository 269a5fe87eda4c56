printf 'Ålder;2022;2023;2024\n7–15 år;17800;17760;17700\n' >bef.csv
printf 'Ålder;2022;2023;2024\n7–15 år;17800;17850;17900\n' >hög.csv
cat >antaganden.csv <<'END'
# till lokalförsörjningsplanen
scenario;option;value
oförändrad andel;share;constant
hög andel;share;1,6
hög andel;population;hög.csv
låg andel;share;1,2
END
prognos share data/norrkoping_elever.csv --series Grundsärskola --population bef.csv --scenarios antaganden.csv --format table
prognos share data/norrkoping_elever.csv --series Grundsärskola --population bef.csv --scenarios antaganden.csv --levels 80 | cut -d, -f1-6 | grep forecast
prognos share data/norrkoping_elever.csv --series Grundsärskola --population bef.csv --scenarios antaganden.csv | head -1
prognos share data/norrkoping_elever.csv --series Grundsärskola --population bef.csv --scenarios antaganden.csv >alla.csv
prognos chart alla.csv --today 2023-03-15 | grep -ac 'oförändrad andel'
