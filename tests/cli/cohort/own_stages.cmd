prognos cohort data/syntetisk_arskurser.csv --format table --area Björkskolan --horizon 1 --stages Yngre:F-2,Äldre:3-6
prognos cohort data/syntetisk_arskurser.csv --stages Yngre
