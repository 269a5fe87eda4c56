prognos forecast data/norrkoping_elever.csv > f.csv; prognos forecast f.csv --shard 1/2 -o a.part; echo "exit $?"; ls a.part 2>/dev/null
