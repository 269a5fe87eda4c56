prognos check data/norrkoping_elever_delar_2022.csv --parent-column Verksamhet --totals data/norrkoping_elever.csv
