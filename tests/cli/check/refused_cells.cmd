printf 'Skola;2020;2021;2022\nBerga;131;#DIV/0!;126\n' >a.csv
prognos check a.csv; echo "code $?"
prognos convert --errors-missing a.csv
printf 'Skola;2020;2021;2022;2023\nBerga;1;2;3;2\n' >b.csv
prognos forecast b.csv --hide-below 5; echo "code $?"
