prognos chart data/norrkoping_elever.csv --kind people --series Grundsärskola --capacity 270 --unit elever --terminal --today 2023-03-15 -q
ls
COLUMNS=60 LINES=18 prognos chart data/norrkoping_elever.csv --terminal --lang en --today 2023-03-15 -q --colour always
COLUMNS=60 LINES=18 prognos chart data/norrkoping_elever.csv --terminal --lang en --today 2023-03-15 -q | wc -lL
