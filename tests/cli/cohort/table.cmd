prognos cohort data/syntetisk_arskurser.csv --format table --area Björkskolan
