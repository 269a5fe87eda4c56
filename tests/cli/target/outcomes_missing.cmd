prognos target data/linkoping_indikatorer_2018.csv --outcomes saknas.csv
