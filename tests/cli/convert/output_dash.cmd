prognos convert data/norrkoping_elever.csv -o - | head -2; ls -A
