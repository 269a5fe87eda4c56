# Acceptance D: the line only on request.
prognos forecast data/norrkoping_elever.csv --series Gymnasiesärskola --model linear --horizon 1
