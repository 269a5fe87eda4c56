prognos chart data/norrkoping_elever.csv --series Grundsärskola --capacity 260,2025:+15 --today 2023-03-15 -p svg -q -o out
grep -o '<desc[^>]*>[^<]*' out/norrkoping_elever.svg
sed -n '/^\$places/,/^END/p' out/norrkoping_elever.gp
grep -c "troligen över'" out/norrkoping_elever.gp
