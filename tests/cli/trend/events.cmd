prognos trend data/norrkoping_elever.csv --series Grundsärskola --model events --event 2021:level
prognos forecast data/norrkoping_elever.csv --series Gymnasiesärskola --model events --event 2020:slope --event 2018:pulse --horizon 2
