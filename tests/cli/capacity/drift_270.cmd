prognos capacity data/norrkoping_elever.csv --series Grundsärskola --model drift --capacity 270 --format table
prognos capacity data/norrkoping_elever.csv --series Grundsärskola --model drift --capacity 280 --horizon 3 --format csv
prognos capacity data/norrkoping_elever.csv --series Grundsärskola --model drift --capacity 270,2026:+40 --group-size 8 --lang en --format table
