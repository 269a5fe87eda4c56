# Quarters: the prior is the same when made again, forecast takes it, and a bad one is told with its place.
awk 'BEGIN { print "series,period,value"; for (i = 1; i <= 8; i++) for (t = 0; t < 24; t++)
  printf "Serie %d,%dK%d,%.1f\n", i, 2012 + int(t / 4), t % 4 + 1, 40 + 7 * i + t + (9 + i) * sin(1.57 * t) + 3 * sin(i * t * t) }' > panel.csv
prognos learn panel.csv --nodes 12 --windows 50 --today 2026-11-22 -o prior.csv
prognos learn panel.csv --nodes 12 --windows 50 --today 2026-11-22 -q | cmp - prior.csv && echo same
grep '^#' prior.csv
sed -n '/^[a-z]/p' prior.csv
grep -c '^[0-9]' prior.csv
prognos forecast panel.csv --prior prior.csv --series 'Serie 7' --horizon 4 | tail -n 4 | cut -d, -f1-4
sed 's/^0,/0.3,/; s/^0.5,/0.3,/' prior.csv > bad.csv
prognos forecast panel.csv --prior bad.csv; echo $?
