cat data/norrkoping_elever.csv | prognos convert - --series Grundsärskola
