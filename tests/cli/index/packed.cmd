awk 'BEGIN { print "skola,år,elever"; for (i = 0; i < 9000; i++) for (t = 0; t <= 5 + i % 4; t++) print "Skola " i "," 2010 + t "," 120 + (i * 31 + t * 17 * (1 + i % 5)) % 97 }' > panel.csv
prognos index panel.csv --block 128 | cut -d, -f1-4 > plain.index
prognos forecast panel.csv --kind people -o whole.csv
split -C 200K --filter='gzip -n' panel.csv > split.gz
(head -c 700001 panel.csv | gzip -n; tail -c +700002 panel.csv | gzip -n) > two.gz # in the middle of a row
for f in split two; do
  prognos index $f.gz --block 128 -o $f.index
  cut -d, -f1-4 $f.index | cmp - plain.index && echo the same blocks
  for k in 1 2 3; do prognos forecast $f.gz --kind people --shard $k/3 --index $f.index -o $f$k.part || exit; done
  prognos merge $f?.part -q | cmp - whole.csv && echo the same forecasts
done
prognos forecast panel.csv --kind people --shard 2/3 --index split.index -o two2.part # unpacked since
prognos merge split1.part two2.part split3.part -q | cmp - whole.csv && echo the same forecasts
gzip -n < panel.csv > split.gz
prognos forecast split.gz --kind people --shard 2/3 --index split.index -o other.part
