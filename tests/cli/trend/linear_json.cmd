prognos trend data/norrkoping_elever.csv --series Grundsärskola --format json
