printf 't,y\n1,5.5\n2,6.25\n3,7\n' > t.csv
prognos convert t.csv --frequency month
