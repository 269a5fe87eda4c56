prognos trend data/norrkoping_elever.csv --series Grundsärskola --model events; echo $?
prognos trend data/norrkoping_elever.csv --series Grundsärskola --model events --event 2021:steg; echo $?
prognos trend data/norrkoping_elever.csv --series Grundsärskola --model events --event 2031; echo $?
prognos forecast data/norrkoping_elever.csv --series Grundsärskola --model events --event HT2021; echo $?
prognos trend data/norrkoping_elever.csv --model events --event 2018 --event 2019 --event 2020 --event 2021 --event 2022 --event 2018:pulse --event 2019:pulse; echo $?
