prognos chart data/syntetisk_besok_manad.csv --type seasonal --unit besök --today 2023-03-15 -p svg -q -o out
grep -o '<title[^>]*>[^<]*\|<desc[^>]*>[^<]*' out/syntetisk_besok_manad.svg
grep "^set label\|^set xtics" out/syntetisk_besok_manad.gp
