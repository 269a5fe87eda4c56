prognos chart data/norrkoping_elever.csv --type multiples --kind people --unit elever --today 2023-03-15 -p svg -q -o out
grep -o '<title[^>]*>[^<]*\|<desc[^>]*>[^<]*' out/norrkoping_elever.svg
grep -c '^plot' out/norrkoping_elever.gp
prognos chart data/norrkoping_elever.csv --type multiples --free-scale --lang en --kind people --today 2023-03-15 | grep "^set label"
