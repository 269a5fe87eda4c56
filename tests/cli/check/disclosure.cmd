printf 'Del;2021;2022\nTotalt;240;249\nG;146;149\nT;90;96\nF;4;x\n' >publicerad.csv
prognos check publicerad.csv --disclosure; echo $?
prognos check publicerad.csv --disclosure --hide-below 3 --lang en; echo $?
printf 'Del;2022\nTotalt;249\nG;149\nT;x\nF;x\n' | prognos check - --disclosure; echo $?
