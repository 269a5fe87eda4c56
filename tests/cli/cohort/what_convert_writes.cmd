prognos cohort data/syntetisk_arskurser.csv --area Ekskolan --pool-with none > a.csv
prognos convert data/syntetisk_arskurser.csv | prognos cohort - --area Ekskolan --pool-with none | cmp - a.csv && echo same
