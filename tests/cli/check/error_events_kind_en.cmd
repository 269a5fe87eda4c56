printf 'date;series;kind\n2022;KAA;hopp\n' >hänt.csv
prognos check --lang en data/norrkoping_elever.csv --events hänt.csv
