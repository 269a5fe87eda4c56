for d in '' ';;' '"' 7; do prognos convert data/norrkoping_elever.csv --delimiter "$d"; echo "exit $?"; done
