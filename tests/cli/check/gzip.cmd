gzip -c data/norrkoping_elever.csv | prognos check -
