prognos report data/norrkoping_elever.csv --capacity 270 --places case/platser.csv; echo "exit $?"
prognos report data/norrkoping_elever.csv -f docx; echo "exit $?"
prognos report missing.csv; echo "exit $?"
prognos report data/norrkoping_elever.csv --series Grundsärskola --places case/annan.csv --today 2023-03-15 -f text | head -3
touch fil; prognos report data/norrkoping_elever.csv --today 2023-03-15 -o fil; echo "exit $?"
