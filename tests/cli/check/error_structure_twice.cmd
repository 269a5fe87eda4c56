printf 'total;del\n\nGrundsärskola;Gymnasiesärskola\nGrundsärskola; Gymnasiesärskola \n' >struktur.csv
prognos check data/norrkoping_elever.csv --structure struktur.csv
