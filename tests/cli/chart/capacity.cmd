prognos chart data/norrkoping_elever.csv --series Grundsärskola --capacity 270 --today 2023-03-15 -p svg -q -o out
grep -o '<desc[^>]*>[^<]*' out/norrkoping_elever.svg
