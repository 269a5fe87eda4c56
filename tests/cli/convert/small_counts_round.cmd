prognos convert data/norrkoping_elever_delar_2022.csv --parent-column Verksamhet --totals data/norrkoping_elever.csv --hide-below 5 --protect round
