prognos convert data/norrkoping_elever.csv > /dev/full
