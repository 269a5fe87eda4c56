prognos chart data/norrkoping_elever.csv -t change --series Grundsärskola --kind people --unit elever --today 2023-03-15 -p svg -q -o out
grep -o '<title[^>]*>[^<]*\|<desc[^>]*>[^<]*' out/norrkoping_elever.svg
sed -n '/^\$change_1/,/^END/p; /^\$sum_1/,/^END/p' out/norrkoping_elever.gp
# The change from a year to itself a year later, where there are seasons.
prognos chart data/syntetisk_besok_manad.csv -t change --lang en --today 2023-03-15 | grep -o "'Change against[^']*'"
# Neither of two changes about a hidden count is told.
printf 'Skola;2019;2020;2021;2022\nA;40;42;3;44\nB;52;50;51;53\nC;61;60;58;57\n' >skola.csv
prognos chart skola.csv -t change --kind people --series A --today 2023-03-15 -q | sed -n '/^\$change_1/,/^END/p'
prognos chart data/norrkoping_elever.csv -t change
