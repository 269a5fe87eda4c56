printf 'Datum;Elever\n2020-10-15;237\n2021-10-15;249\n2022-10-14;251\n' > f.csv
prognos convert f.csv; echo "exit $?"
prognos convert f.csv --lang en; echo "exit $?"
prognos convert f.csv --frequency year
