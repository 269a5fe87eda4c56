printf 'Årskurs;2019;2020;2021;2022\nÅk 7;0;0;0;0\nÅk 8;2;1;3;2\nÅk 9;4;3;1;4\n' > a.csv
prognos cohort a.csv --format table --horizon 3
