printf 'Årskurs;2017;2018;2019;2020;2021;2022\nÅk 7;71;73;72;70;68;72\nÅk 8;70;72;74;69;71;69\nÅk 9;74;70;73;71;70;72\n' >a.csv
printf 'scenario;option;value\nsom nu;migration;recent\nutan flyttning;migration;none\n' >s.csv
prognos cohort a.csv --horizon 2 --scenarios s.csv --format table
