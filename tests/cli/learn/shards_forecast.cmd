# What forecast wrote: its outcomes are learned from; shared out by name, for it is read as one.
awk 'BEGIN { print "skola,år,elever"; for (i = 1; i <= 4000; i++) for (t = 2001; t <= 2015; t++)
  printf "Skola %02d,%d,%d\n", i, t, 90 + 17 * i + 9 * sin(i * t) }' > panel.csv
prognos forecast panel.csv --horizon 2 -o a.forecast
prognos index panel.csv -o panel.index
set -- a.forecast --nodes 8 --windows 50 --quiet --today 2026-11-22
prognos learn "$@" -o whole.csv
grep '^#' whole.csv
for k in 1 2 3; do prognos learn "$@" --shard $k/3 -o $k.part || exit; done
prognos merge ?.part | cmp - whole.csv && echo same
prognos learn "$@" --shard 1/3 --index panel.index -o 1.part; echo "exit $?"
