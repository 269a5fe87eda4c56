cut -d';' -f1-5 data/norrkoping_elever.csv | prognos forecast - --horizon 2 >f2020.csv
cut -d';' -f1-6 data/norrkoping_elever.csv | prognos forecast - --horizon 2 >f2021.csv
head -3 f2020.csv
prognos chart --type vintages f2021.csv f2020.csv data/norrkoping_elever.csv --series Grundsärskola --lang en --today 2023-03-15 | grep "^set label"
prognos chart --type vintages f2021.csv f2020.csv
