prognos target -f markdown data/linkoping_indikatorer_2018.csv --outcomes data/linkoping_utfall_2018.csv
