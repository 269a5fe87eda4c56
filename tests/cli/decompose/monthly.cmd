prognos decompose data/syntetisk_besok_manad.csv | head -n 14
prognos decompose --robust --season-window 7 --lang en data/syntetisk_besok_manad.csv | tail -n 3
