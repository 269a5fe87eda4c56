printf 'Antal\n12\n13\n' > e.csv; prognos check --lang sv e.csv
