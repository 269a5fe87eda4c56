prognos forecast data/norrkoping_elever.csv --levels 80,80.0 | head -1
prognos forecast data/norrkoping_elever.csv --levels 1,2,3,4,5,6,7; echo "exit $?"
