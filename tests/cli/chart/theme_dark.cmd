prognos chart data/norrkoping_elever.csv --today 2023-03-15 --theme dark | grep -E '^(paper|font_name) '
