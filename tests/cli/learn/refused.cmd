printf 'Verksamhet;2015;2016\nA;96;112\n' > panel.csv
prognos learn panel.csv; echo $?
prognos learn --lang en panel.csv; echo $?
prognos learn; echo $?
prognos learn --nodes 3 panel.csv; echo $?
prognos learn nofile.csv; echo $?
