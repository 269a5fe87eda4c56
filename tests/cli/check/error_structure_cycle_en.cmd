printf 'total;del\nGrundsärskola;Grundsärskola\n' >struktur.csv
prognos check --lang en data/norrkoping_elever.csv --structure struktur.csv
