# Acceptance E: random walk with drift.
prognos forecast data/norrkoping_elever.csv --series Grundsärskola --model drift --horizon 3
