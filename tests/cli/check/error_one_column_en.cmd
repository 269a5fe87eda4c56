printf 'Antal\n12\n13\n' > e.csv; prognos check --lang en e.csv
