prognos report data/norrkoping_elever.csv --kind people --series Gymnasiesärskola --unit elever --capacity 130 --source Norrköping --today 2023-03-15 -f text
