prognos cohort data/syntetisk_arskurser.csv > a.csv
for l in C sv_SE.UTF-8 de_DE.UTF-8; do LC_ALL=$l LANG=$l prognos cohort data/syntetisk_arskurser.csv | cmp - a.csv && echo same; done
