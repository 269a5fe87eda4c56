# Every file that help and the manual show as an example, in both languages, is read.
file() { prognos help "$1" --lang "$2" | sed '1,/^\(Exempel\|Examples\):$/d; s/^  //' > "$1.csv"; }
elever=data/norrkoping_elever.csv
for lang in sv en; do
  for name in table tidy-csv forecast-csv events structure rename places housing scenarios indicators outcomes scale; do
    file "$name" "$lang"
  done
  prognos check table.csv --lang en 2>&1 | tail -n 1
  prognos convert tidy-csv.csv | cmp - tidy-csv.csv && echo same
  prognos chart forecast-csv.csv --today 2023-03-15 | grep -c '^# prognos'
  prognos check $elever --events events.csv --lang en --quiet
  printf 'Serie;2021;2022\nRiket;9;11\nNorr;4;5\nSöder;5;6\nflickor;3;5\npojkar;6;6\n' | prognos check - --structure structure.csv --lang en | tail -n 1
  prognos convert $elever --rename rename.csv --quiet | sed -n 2p
  prognos capacity $elever --series Grundsärskola --kind people --places places.csv --format csv | sed -n 2p
  prognos cohort data/syntetisk_arskurser.csv --area Ekskolan --horizon 3 --housing housing.csv --scenarios scenarios.csv --format table | head -n 3
  prognos target indicators.csv --outcomes outcomes.csv --scale scale.csv | head -n 4
done
