printf 'Årskurs;2017;2018;2020;2021;2022\nÅk 7;71;73;70;68;72\nÅk 8;70;72;69;71;69\nÅk 9;74;70;71;70;72\n' > a.csv
prognos cohort a.csv --format table --horizon 2
