prognos capacity data/norrkoping_elever.csv --series Grundsärskola --model drift --capacity 280 --alarm 50 --format csv >/dev/null; echo $?
prognos capacity data/norrkoping_elever.csv --series Grundsärskola --model drift --capacity 280 --alarm 50 --format csv --horizon 1 >/dev/null; echo $?
