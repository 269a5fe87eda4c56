prognos target --through juni data/linkoping_indikatorer_2018.csv
