printf 'Datum;Ärenden\n2021-01-31;12\n2021-02-28;13\n2021-03-31;11\n' >months.csv
prognos convert --frequency month months.csv
prognos convert months.csv
