printf 'date,series,kind,note\n2021,,rename,Gymnasiesärskola\n' >events.csv
prognos forecast --lang en data/norrkoping_elever.csv --events events.csv
