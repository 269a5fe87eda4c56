# The sum has its word in the language of the rest, in the table, the CSV and the chart.
printf 'Skola;Årskurs;2020;2021;2022\nEk;7;71;74;78\nEk;8;70;72;75\nEk;9;72;71;73\n' >skola.csv
prognos cohort skola.csv --lang en --horizon 2 --format table --chart out --pictures none --today 2023-03-15 -q | tail -12
prognos cohort skola.csv --lang en --horizon 1 --format csv -q | grep -o '^[^,]*Tot[^,]*,2023'
grep -c "set label 'Total'" out/skola.gp
