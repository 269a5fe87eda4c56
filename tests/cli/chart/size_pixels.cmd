prognos chart data/norrkoping_elever.csv --today 2023-03-15 --size 1600x900 | grep -E '^(width|height|scale) '
