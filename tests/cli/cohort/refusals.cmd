t() { printf "$1" | prognos cohort - ; echo "$?"; }
t 'Skola;2019;2020\nBjörk;50;49\nLind;47;52\n'
t 'Årskurs;2019;2020\nÅk 1;50;49\nÅk x;47;52\n'
t 'Årskurs;2019;2020\nÅk 1;50;49\nÅk 3;47;52\n'
t 'Årskurs;2020\nÅk 1;50\nÅk 2;47\n'
t 'Årskurs;2019;2020\nÅk 1;50;49\n'
t 'Årskurs;2019M01;2019M02\nÅk 1;50;49\nÅk 2;50;49\n'
t 'Årskurs;2019;2020\nÅk 1;50;49\nÅrskurs 1;50;49\n'
t 'Årskurs;2019;2020\nÅk 1;50;49\nÅk 2;50;-9\n'
prognos cohort data/syntetisk_arskurser.csv --area Granskolan
prognos cohort data/syntetisk_arskurser.csv --pool-with data/norrkoping_elever.csv
