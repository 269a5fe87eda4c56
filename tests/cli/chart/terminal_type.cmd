for type in change stack multiples seasonal spread vintages; do prognos chart data/norrkoping_elever.csv --terminal --type $type --each -q 2>&1 | head -1; done
prognos chart data/norrkoping_elever.csv --terminal --with-table
