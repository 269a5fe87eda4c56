# Several panels, one of them twice, and models that were told: shared out by name.
for f in a b; do
  awk -v f=$f 'BEGIN { print "skola,år,elever"; for (i = 1; i <= 40; i++) { x = 90 + 17 * i; for (t = 2001; t <= 2015; t++) {
    x *= 1 + .03 * sin(i * t) + (f == "a") * .02; printf "Skola %02d,%d,%d\n", i, t, x } } }' > $f.csv
done
prognos learn a.csv --nodes 8 --windows 50 --quiet -o models.csv
set -- a.csv b.csv b.csv --models models.csv --nodes 8 --windows 90 --quiet
prognos learn "$@" --today 2026-11-22 -o whole.csv
grep '^#' whole.csv
for k in 1 2 3; do prognos learn "$@" --shard $k/3 -o $k.part; done
prognos merge ?.part --today 2026-11-22 --quiet | cmp - whole.csv && echo same
mkdir other
mv models.csv other
sed '$d' other/models.csv > models.csv
prognos learn "$@" --shard 2/3 -o 2.part
prognos merge ?.part; echo "exit $?"
prognos learn "$@" --shard 2/3 --index a.index -o 2.part; echo "exit $?"
prognos learn a.csv --index a.index; echo "exit $?"
prognos learn "$@" --shard 2/3; echo "exit $?"
prognos learn "$@" --shard 4/3 -o 4.part; echo "exit $?"
prognos learn "$@" --shard 1/3 --models nofile.csv -o 1.part; echo "exit $?"
printf 'Verksamhet;2015;2016\nA;96;112\n' > short.csv
prognos learn short.csv --shard 1/1 -o short.part && prognos merge short.part; echo "exit $?"
