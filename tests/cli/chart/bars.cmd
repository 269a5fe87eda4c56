prognos chart data/norrkoping_elever.csv -t bars --series Grundsärskola --kind people --capacity 270,2026:+40 --unit elever --today 2023-03-15 -p svg -q -o out
grep -o '<title[^>]*>[^<]*\|<desc[^>]*>[^<]*' out/norrkoping_elever.svg
grep -c boxxyerror out/norrkoping_elever.gp
prognos chart data/norrkoping_elever.csv -t bars --lang en --today 2023-03-15 | sed -n '/^plot/,$p'
# The hidden counts of a school are no bar, and neither is what would give them away.
printf 'Skola;2020;2021;2022\nA;40;3;44\nB;52;50;3\nC;61;60;58\n' >skola.csv
prognos chart skola.csv -t bars --kind people --series A --today 2023-03-15 -q | grep -A4 '^.outcome_1'
