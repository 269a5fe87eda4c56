printf 'scenario;option;value\ni dag;capacity;270\nutbyggt;capacity;270,2024:+40\n' >platser.csv
prognos capacity data/norrkoping_elever.csv --series Grundsärskola --model drift --horizon 3 --scenarios platser.csv --format table
