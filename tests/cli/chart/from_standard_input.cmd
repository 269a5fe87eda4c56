prognos forecast data/norrkoping_elever.csv | prognos chart - -p none -o out
