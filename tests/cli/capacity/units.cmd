printf 'enhet;från;platser;personal;rum;yta\nGrundsärskola;2022;270;260;30;5450\nGrundsärskola;2026;+40;;;+1 000,5\nGymnasiesärskola;2020;150;140;;\n' >platser.csv
prognos capacity data/norrkoping_elever.csv --places platser.csv --group-size 8 --kind people --format table
prognos capacity data/norrkoping_elever.csv --places platser.csv --kind people --horizon 1 --format json
prognos forecast data/norrkoping_elever.csv --kind people --format csv | prognos capacity - --places platser.csv --format csv | head -4
