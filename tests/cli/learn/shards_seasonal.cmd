# Quarters and some months: which season it is shows only in the whole.
awk 'BEGIN { for (f = 4; f <= 12; f += 8) { file = f == 4 ? "quarters.csv" : "months.csv"; print "serie,period,värde" >file
  for (i = 1; i <= 100 / f; i++) for (t = 0; t < 30; t++)
    printf "Serie %d,%d%s,%.1f\n", i, 2012 + int(t / f), sprintf(f == 4 ? "K%d" : "M%02d", t % f + 1),
      40 + 7 * i + t + (9 + i) * sin(1.57 * t) + 3 * sin(i * t * t) >file } }'
set -- quarters.csv months.csv --nodes 8 --windows 50 --today 2026-11-22 --quiet
prognos learn "$@" -o whole.csv
grep '^#' whole.csv
for n in 1 3 8; do
  rm -f part-*
  for k in $(seq $n); do prognos learn "$@" --shard $k/$n -o part-$k || exit; done
  prognos merge part-* --quiet | cmp - whole.csv && echo "$n: same"
done
sed 1d quarters.csv | sort -r -s -t, -k1,1 | sed '1i serie,period,värde' >turned
mv turned quarters.csv
prognos learn "$@" | cmp - whole.csv && echo 'the order of the file does not matter'
