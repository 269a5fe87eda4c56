printf 'Ålder;2022;2027\n7–15 år;17800;17500\n' >bef.csv
prognos share data/norrkoping_elever.csv --series Grundsärskola --population bef.csv --group-size 8 --format table
prognos share data/norrkoping_elever.csv --series Grundsärskola --population bef.csv --share 1,6 --group-size 8 --lang en --format table
