prognos forecast data/norrkoping_elever.csv --reconcile mint-ols; echo $?
printf 'Del;2021;2022\nTotalt;9;\nA;4;5\nB;5;4\n' >kort.csv
prognos forecast kort.csv --reconcile mint-ols; echo $?
prognos forecast kort.csv --reconcile mint-ols --series A; echo $?
