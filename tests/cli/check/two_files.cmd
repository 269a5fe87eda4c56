prognos check case/../convert/pupils.csv case/../convert/pupils_2022.csv
