printf 'Ålder;2017;2018;2019;2020;2021;2022\n7–15 år;17150;17290;17410;17560;17700;17800\n' >bef.csv
prognos forecast bef.csv --kind people --horizon 3 --format csv >befolkning.csv
prognos share data/norrkoping_elever.csv --series Grundsärskola --population befolkning.csv --format csv | tee andel.csv | tail -3
prognos capacity andel.csv --capacity 270 --group-size 8 --format table
prognos chart andel.csv --today 2023-03-15 | grep -ac Grundsärskola
