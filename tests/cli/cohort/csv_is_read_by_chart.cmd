prognos cohort data/syntetisk_arskurser.csv --area Ekskolan --horizon 2 > plan.csv
cat plan.csv
prognos chart plan.csv --series "Ekskolan · Totalt" --today 2024-03-15 | sed -n 2,3p
