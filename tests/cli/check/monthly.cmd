prognos check data/syntetisk_besok_manad.csv
