# Every command that help and the manual show as an example, on the tables of datasets/.
cp data/norrkoping_elever.csv elever.csv
cp data/syntetisk_besok_manad.csv besok.csv
cp data/syntetisk_arskurser.csv arskurser.csv
cp data/linkoping_indikatorer_2018.csv indikatorer.csv
cp data/linkoping_utfall_2018.csv utfall.csv
echo 'År;2017;2018;2019;2020;2021;2022;2023;2024;2025;2026;2027
Invånare 7–15 år;14200;14450;14700;14900;15100;15300;15400;15500;15550;15600;15600' > befolkning.csv
awk 'BEGIN { print "kommun,år,elever"; for (i = 1; i <= 12; i++) for (t = 2001; t <= 2019; t++)
  printf "Kommun %d,%d,%d\n", i, t, 90 + 17 * i + 3 * (t - 2000) + 9 * sin(i * t) }' > kommuner.csv
awk 'BEGIN { print "skola,år,elever"; for (i = 1; i <= 3000; i++) for (t = 2001; t <= 2019; t++) printf "Skola %d,%d,%d\n", i, t, 90 + i % 7 + t % 5 }' > skolor.csv
prognos help jobs | sed '1,/^Exempel:$/d; s/^  //' > jobb.ini
for k in 1 2; do prognos forecast elever.csv --shard $k/2 -o $k.part; done
for verb in $(prognos help | sed -n '1,/^$/d; /^$/q; s/^  \([a-z]*\) .*/\1/p'); do
  prognos help "$verb" | sed -n 's/^  \(prognos .*\)/\1/p' > commands
  [ -s commands ] || echo "$verb has no example"
  while read -r line; do
    bash -c "$line" > out 2> err || { echo "$line: exit $?"; cat err; }
  done < commands
done
ls
