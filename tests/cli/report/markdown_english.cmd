prognos report data/norrkoping_elever.csv --kind people --unit pupils --lang en --today 2023-03-15 -f md
