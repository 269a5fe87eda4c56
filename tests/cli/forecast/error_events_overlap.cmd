printf 'date,series,kind,to\n2021,Grundsärskola,rename,Gymnasiesärskola\n' >events.csv
prognos forecast data/norrkoping_elever.csv --events events.csv
