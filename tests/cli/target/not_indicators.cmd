prognos target data/syntetisk_besok_manad.csv
