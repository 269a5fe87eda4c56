prognos chart data/norrkoping_elever.csv --capacity 270 --places places.csv
