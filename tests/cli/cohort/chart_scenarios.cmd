# A picture for each scenario.
printf 'scenario;option;value\nsom hittills;migration;recent\ningen flytt;migration;none\n' > s.csv
prognos cohort data/syntetisk_arskurser.csv --area Lindskolan --scenarios s.csv --chart out -p none -f csv -o ut.csv; echo $?
ls out
