printf 'date,series,kind\n2021,Gymnasiesärskola,level\n' >events.csv
prognos forecast data/norrkoping_elever.csv --events events.csv --format table --lang en --series Gymnasiesärskola
