printf 'År;Område;Bostäder;Barn per bostad\n2025;Lindskolan;100;0,4\n' > plan.csv
prognos cohort data/syntetisk_arskurser.csv --format table --area Lindskolan --horizon 2 --housing plan.csv
printf 'År;Område;Bostäder;Barn per bostad\n2025;Granskolan;100;0,4\n' > wrong.csv
prognos cohort data/syntetisk_arskurser.csv --housing wrong.csv
