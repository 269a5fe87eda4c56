prognos chart case/../convert/old_names.csv case/../convert/new_names.csv --series Gymnasium --today 2024-11-25 | head -4
prognos forecast case/../convert/old_names.csv | prognos chart - case/../convert/new_names.csv
