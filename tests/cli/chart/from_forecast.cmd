prognos forecast data/norrkoping_elever.csv | prognos chart - --today 2023-03-15 --name x > a.gp
prognos chart data/norrkoping_elever.csv --today 2023-03-15 --name x > b.gp
grep -v '^#' a.gp > a; grep -v '^#' b.gp > b; cmp a b && echo same
