printf 'summa;skola\nGrundsärskola;x\n' >struktur.csv
prognos check data/norrkoping_elever.csv --structure struktur.csv
