gzip -c data/norrkoping_elever.csv | head -c 60 | prognos check -
