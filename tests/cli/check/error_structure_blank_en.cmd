printf 'total;del\nGrundsärskola;\n' >struktur.csv
prognos check --lang en data/norrkoping_elever.csv --structure struktur.csv
