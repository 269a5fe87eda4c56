prognos chart data/norrkoping_elever.csv --type spread --series Grundsärskola --kind people --unit elever --today 2023-03-15 -p svg -q -o out
grep -o '<title[^>]*>[^<]*\|<desc[^>]*>[^<]*' out/norrkoping_elever.svg
prognos chart data/norrkoping_elever.csv --type spread --each --models linear,theta,mean,nonsense --kind people -o out
cat data/norrkoping_elever.csv | prognos chart - --type spread --series Gymnasiesärskola --models linear,drift --lang en --today 2023-03-15 | grep "^set label"
