printf 'total;del\nGrundskola;Grundsärskola\n' >struktur.csv
prognos check --lang en data/norrkoping_elever.csv --structure struktur.csv
