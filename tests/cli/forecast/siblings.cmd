awk 'BEGIN { print "skola,år,elever"; for (i = 1; i <= 22; i++) for (t = 2010; t <= 2019; t++)
  printf "Skola %02d,%d,%d\n", i, t, (200 + 7 * i) * 1.05 ^ (t - 2010) + 3 * sin(i * t) }' > panel.csv
for s in auto on off; do prognos forecast panel.csv --kind people --siblings $s --horizon 2 | tail -n 1; done
prognos forecast panel.csv --horizon 2 | tail -n 1
prognos forecast panel.csv --kind people --horizon 1 --format table | grep 'vägts'  | head -n 1
