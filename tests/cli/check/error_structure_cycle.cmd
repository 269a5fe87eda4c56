printf 'total;del\nGrundsärskola;Gymnasiesärskola\nGymnasiesärskola;Grundsärskola\n' >struktur.csv
prognos check data/norrkoping_elever.csv --structure struktur.csv
