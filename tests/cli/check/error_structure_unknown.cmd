printf 'total;del\nGrundsärskola;Träningskola\n' >struktur.csv
prognos check data/norrkoping_elever.csv --structure struktur.csv
