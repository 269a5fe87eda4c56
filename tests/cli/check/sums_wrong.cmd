sed 's/Träningsskola;96/Träningsskola;95/' data/norrkoping_elever_delar_2022.csv | prognos check - --parent-column Verksamhet --totals data/norrkoping_elever.csv
