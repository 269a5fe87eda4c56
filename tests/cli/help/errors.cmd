prognos help elever.csv; echo $?
prognos help --lang en forecast events --format man; echo $?
prognos help forecast --format bash; echo $?
