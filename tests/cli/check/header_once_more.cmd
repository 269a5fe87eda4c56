cat data/norrkoping_elever.csv data/norrkoping_elever.csv | prognos check - --lang en
