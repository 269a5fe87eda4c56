prognos decompose data/norrkoping_elever.csv --series Grundsärskola; echo $?
prognos decompose data/norrkoping_elever.csv --season-window 2; echo $?
