prognos chart data/norrkoping_elever.csv --today 2023-03-15 --source "Norrköpings kommun" --unit elever
