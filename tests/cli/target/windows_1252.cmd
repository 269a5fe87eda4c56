iconv -f UTF-8 -t WINDOWS-1252 data/linkoping_indikatorer_2018.csv | prognos target - --outcomes data/linkoping_utfall_2018.csv | head -4
