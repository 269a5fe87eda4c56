gzip -c data/norrkoping_elever.csv > a.gz; prognos index a.gz
