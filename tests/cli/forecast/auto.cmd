prognos forecast data/syntetisk_besok_manad.csv --model auto --horizon 3 --format table | tail -n 8
prognos forecast data/norrkoping_elever.csv --model auto --horizon 1 --format csv --series Grundsärskola | tail -n 1
