# Each unit has the places of its own rows; in one chart of several units there is no line then.
printf 'enhet;från;platser\nGrundsärskola;2017;255\nGrundsärskola;2026;+60\nGymnasiesärskola;2019;140\n' > places.csv
prognos chart data/norrkoping_elever.csv --places places.csv --each -p none -q -o out
for file in out/*.gp; do sed -n '/^\$places/,/^END/p' "$file"; done
prognos chart data/norrkoping_elever.csv --places places.csv | grep -c "places using" || true
