prognos convert data/norrkoping_elever.csv -o out/tidy.csv; echo "exit $?"
mkdir out; prognos convert data/norrkoping_elever.csv -o out/tidy.csv; echo "exit $?"; wc -l out/tidy.csv; ls out
