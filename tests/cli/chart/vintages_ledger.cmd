# What was recorded year by year, a plan of others without intervals among it, and what came.
printf 'serie;2021;2022;2024\nGrundsärskola;219;;244\n' | prognos ledger record - --plan --origin 2020 --label 'Plan 2021' --today 2021-05-01 -q
for y in 2020 2021; do prognos ledger record data/norrkoping_elever.csv --kind people --to $y --horizon 3 --label "Prognos $y" --today $((y + 1))-03-15 -q; done
prognos ledger outcomes data/norrkoping_elever.csv --today 2023-03-15 -q
prognos chart prognos.ledger --type vintages --series Grundsärskola --unit elever --today 2023-03-15 > v.gp
grep -E "^set label '(Grund|proc|Data|prog|Elev|20|Utfall|Prognos)" v.gp | cut -d"'" -f2
grep -A7 '^\$vintage_1\|^\$forecast_1' v.gp | head -8
prognos chart prognos.ledger --type vintages
