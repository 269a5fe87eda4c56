prognos target --outcomes data/linkoping_utfall_2018.csv
