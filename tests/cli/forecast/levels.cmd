prognos forecast data/norrkoping_elever.csv --levels 50,90,99 --horizon 1 --series Grundsärskola
