prognos forecast data/norrkoping_elever.csv --horizon 2 > f.csv
prognos convert f.csv > a.csv; prognos convert data/norrkoping_elever.csv > b.csv; cmp a.csv b.csv
prognos trend f.csv --series Gymnasiesärskola | head -2
prognos forecast f.csv --series Gymnasiesärskola | cut -d, -f1-5 | tail -2
prognos chart f.csv --series Gymnasieskola; echo "exit $?"
