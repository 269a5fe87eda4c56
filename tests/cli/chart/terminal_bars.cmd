prognos chart data/norrkoping_elever.csv --kind people --series Grundsärskola --capacity 270 --unit elever --type bars --terminal --today 2023-03-15 -q
COLUMNS=100 LINES=20 prognos chart data/norrkoping_elever.csv --type bars --kind people --terminal --lang en --today 2023-03-15 -q
COLUMNS=50 prognos chart data/syntetisk_besok_manad.csv --type bars --terminal
