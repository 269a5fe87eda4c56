prognos chart data/norrkoping_elever.csv -t stack --kind people --unit elever --today 2023-03-15 -p svg -q -o out
grep -o '<title[^>]*>[^<]*\|<desc[^>]*>[^<]*' out/norrkoping_elever.svg
sed -n '/^\$part_2/,/^END/p' out/norrkoping_elever.gp
# With reconciled forecasts the total brings its interval.
printf 'Del;2018;2019;2020;2021;2022\nTotalt;366;381;374;393;380\nA;60;64;58;66;71\nB;96;112;126;131;129\nC;210;205;190;196;180\n' >delar.csv
prognos chart delar.csv -t stack --keep-totals --reconcile bottom-up --lang en --today 2023-03-15 -q >delar.gp
grep -c '^\$total\|^\$part_' delar.gp
grep -o "'The total, 8 in 10'" delar.gp
# No sum is told of a period in which a part is hidden.
printf 'Skola;2019;2020;2021;2022\nTotalt;153;152;104;154\nA;40;42;43;44\nB;52;50;3;53\nC;61;60;58;57\n' >skola.csv
prognos chart skola.csv -t stack --kind people --keep-totals --today 2023-03-15 -q >skola.gp
sed -n '/^\$part_2/,/^END/p' skola.gp
grep -c "'104'" skola.gp
printf 'Del;2021;2022\nA;60;-2\nB;96;112\n' | prognos chart - -t stack
