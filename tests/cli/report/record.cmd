# The record knows of a level break as the forecast does, and says what was not tried.
printf 'Skola;2013;2014;2015;2016;2017;2018;2019;2020;2021;2022\nEkskolan;131;134;139;137;208;211;219;217;224;229\nBjörkskolan;71;72;77;76;79;83;81;86;88;87\nSkolan;202;206;216;213;287;294;300;303;312;316\n' > elever.csv
printf 'total;del\nSkolan;Ekskolan\nSkolan;Björkskolan\n' > summor.csv
printf 'datum;serie;slag;anmärkning\n2017;Ekskolan;nivå;ny definition\n' > hänt.csv
prognos report elever.csv --series Ekskolan --kind people --today 2023-03-15 -f md | sed -n '/träffsäker/,/^##/p'
prognos report elever.csv --series Ekskolan --events hänt.csv --kind people --today 2023-03-15 -f md | sed -n '/träffsäker/,/^##/p'
prognos report elever.csv --structure summor.csv --reconcile bottom-up --kind people --today 2023-03-15 -f md | grep -E 'för sig|sammanvägda'
