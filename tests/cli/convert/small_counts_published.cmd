printf 'Del;2021;2022\nTotalt;240;249\nG;146;149\nT;89;96\nF;5;4\n' >ny.csv
printf 'Del;2021;2022\nTotalt;240;249\nT;89;96\n' >gammal.csv
prognos convert ny.csv --hide-below 5 --published gammal.csv
prognos convert ny.csv --hide-below 5 --published ny.csv --lang en
