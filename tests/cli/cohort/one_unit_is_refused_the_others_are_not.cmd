printf 'Skola;Årskurs;2020;2021;2022\nA;Åk 1;50;49;51\nA;Åk 2;47;52;48\nB;Åk 1;50;49;51\nB;Åk 3;47;52;48\n' > a.csv
prognos cohort a.csv --horizon 1
