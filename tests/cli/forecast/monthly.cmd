prognos forecast data/syntetisk_besok_manad.csv | tail -n 12
