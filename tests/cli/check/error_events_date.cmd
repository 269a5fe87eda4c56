printf 'date;series;kind\n2O22;KAA;metod\n' >hänt.csv
prognos check data/norrkoping_elever.csv --events hänt.csv
