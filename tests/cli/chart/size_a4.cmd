prognos chart data/norrkoping_elever.csv --today 2023-03-15 --size a4 | grep -E '^(width|height|dots_per_inch|scale|line_scale|text_size|title_size) '
