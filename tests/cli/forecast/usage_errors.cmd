prognos forecast; echo $?
prognos forecast data/norrkoping_elever.csv --horizon 0; echo $?
prognos forecast data/norrkoping_elever.csv --horizon 2.5; echo $?
prognos forecast data/norrkoping_elever.csv --horizon; echo $?
prognos forecast data/norrkoping_elever.csv --modell pooled; echo $?
prognos forecast data/norrkoping_elever.csv --model prophet; echo $?
prognos forecast data/norrkoping_elever.csv --levels 80,105; echo $?
prognos forecast data/norrkoping_elever.csv --series Förskola; echo $?
prognos forecast data/norrkoping_elever.csv --today 2023-02-30; echo $?
prognos forecast data/norrkoping_elever.csv --format xml; echo $?
prognos forecast data/norrkoping_elever.csv --encoding klingon; echo $?
prognos spå data/norrkoping_elever.csv; echo $?
prognos; echo $?
prognos --lang en forecast data/norrkoping_elever.csv --kind sheep; echo $?
