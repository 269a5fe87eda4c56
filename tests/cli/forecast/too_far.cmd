prognos forecast data/norrkoping_elever.csv --series Grundsärskola --horizon 600 --lang en
