printf 'Kommun;2008;2009;2010\nNorr;50;51;52\nSyd;60;61;63\n' > b.csv
prognos cohort data/syntetisk_arskurser.csv --area Ekskolan --entry b.csv
printf 'År;Födda\n2008;50\n2009;51\n2010;52\n' > b.csv
prognos cohort data/syntetisk_arskurser.csv --area Ekskolan --entry b.csv
