prognos forecast data/norrkoping_elever.csv --partitioned
prognos forecast data/norrkoping_elever.csv --partitioned --lang en
prognos forecast data/norrkoping_elever.csv --partitioned --shard 1/2 --index a.index -o a.part
prognos forecast data/norrkoping_elever.csv --partitioned --shard 1/2 --index a.index -o a.part --lang en
prognos forecast data/norrkoping_elever.csv --partitioned --shard 1/2 --kind people -o a.part
prognos forecast data/norrkoping_elever.csv --partitioned --shard 1/2 --siblings on -o a.part --lang en
echo "exit $?"; ls a.part 2>/dev/null
