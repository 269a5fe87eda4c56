printf 'Verksamhet;2018;2019;2020;2021;2022;2023\nGrundsärskola;183;198;214;241;249p;254,5\nTräningsskola;..;95;96;97;98;99\n' >ny.csv
prognos check ny.csv --against data/norrkoping_elever.csv
