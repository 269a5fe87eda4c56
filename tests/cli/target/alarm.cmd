prognos target --quiet --alarm 50 data/linkoping_indikatorer_2018.csv --outcomes data/linkoping_utfall_2018.csv >/dev/null
