prognos chart data/norrkoping_elever.csv --type multiples --with-table
prognos chart data/norrkoping_elever.csv --type vintages --series Grundsärskola --with-table
for del in A B C D E F G; do echo "$del;60;64;58"; done | sed '1i Del;2020;2021;2022' | prognos chart - --type stack --with-table
