prognos cohort data/syntetisk_arskurser.csv --format table --area Lindskolan --horizon 9 --entry data/syntetisk_fodda.csv --grade-shift 2028
