printf 'Skola;2017;2018;2019;2020\nA;12;-;..;15p\nB;drygt 10;;3,25;-4\n' > t.csv
prognos convert t.csv > once.csv; prognos convert once.csv | cmp - once.csv && echo same
