printf 'Ålder;2022;2023;2024\n7–15 år;17800;17760;17700\n' >bef.csv
printf 'scenario;option;value\noförändrad andel;share;constant\nhög andel;share;1,6\nlåg andel;share;1,2\n' >antaganden.csv
prognos share data/norrkoping_elever.csv --series Grundsärskola --population bef.csv --scenarios antaganden.csv --format table --chart out --pictures none --unit elever --today 2023-03-15
grep "^set label '[^']" out/norrkoping_elever.gp
