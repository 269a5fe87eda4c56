prognos cohort data/syntetisk_arskurser.csv --format json --area Ekskolan --horizon 1
