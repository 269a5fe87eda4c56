prognos chart data/norrkoping_elever.csv --type vintages --series Grundsärskola --kind people --horizon 2 --today 2023-03-15 --unit elever -p svg -q -o out
grep -o '<title[^>]*>[^<]*\|<desc[^>]*>[^<]*' out/norrkoping_elever.svg
grep "^set label" out/norrkoping_elever.gp
