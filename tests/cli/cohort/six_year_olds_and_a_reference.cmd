printf 'År;Sexåringar\n2019;88\n2020;86\n2021;91\n2022;79\n2023;84\n2024;80\n' > six.csv
printf 'Årskurs;2020;2021;2022;2023\nÅk 1;84;90;91;83\nÅk 2;85;86;92;90\nÅk 3;80;84;85;94\n' > skola.csv
prognos cohort skola.csv --format table --horizon 2 --entry six.csv --entry-lag 1 --pool-with data/syntetisk_arskurser.csv
