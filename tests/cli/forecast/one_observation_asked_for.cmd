prognos forecast data/norrkoping_kaa_2022.csv --model pooled
