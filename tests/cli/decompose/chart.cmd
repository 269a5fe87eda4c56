prognos decompose data/syntetisk_besok_manad.csv --chart out --unit besök --pictures svg -q | head -2
grep -o '<title[^>]*>[^<]*\|<desc[^>]*>[^<]*' out/syntetisk_besok_manad.svg
grep "^set label" out/syntetisk_besok_manad.gp
