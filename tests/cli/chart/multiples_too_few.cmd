prognos chart data/syntetisk_besok_manad.csv --type multiples
