prognos capacity data/norrkoping_elever.csv; echo $?
prognos capacity data/norrkoping_elever.csv --capacity många; echo $?
prognos capacity data/norrkoping_elever.csv --capacity 270 --places x.csv; echo $?
printf 'enhet;från;platser\nGrundsärskola;2022;2O0\n' >fel.csv
prognos capacity data/norrkoping_elever.csv --places fel.csv; echo $?
printf 'enhet;från;platser\nGrundsärskola;2022;270\n' >en.csv
prognos capacity data/norrkoping_elever.csv --places en.csv --horizon 1; echo $?
