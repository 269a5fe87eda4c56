# Shares of a panel, by name and by index, give what one run gives, whatever their number.
awk 'BEGIN { print "skola,år,elever"; for (i = 1; i <= 9000; i++) { x = 90 + 17 * i; for (t = 2008; t <= 2015 + i % 4; t++) {
  x *= 1 + .03 * sin(i * t) + (i % 3) * .01; printf "Skola %02d,%d,%d\n", i, t, x } } }' > panel.csv
set -- --nodes 8 --windows 60 --today 2026-11-22 --quiet
prognos learn panel.csv "$@" -o whole.csv
grep '^#' whole.csv
prognos index panel.csv -o panel.index
for n in 1 3 8; do
  rm -f part-*
  for k in $(seq $n); do prognos learn panel.csv "$@" --shard $k/$n -o part-$k || exit; done
  prognos merge part-* --quiet | cmp - whole.csv && echo "$n: same"
  for k in $(seq $n); do prognos learn panel.csv "$@" --shard $k/$n --index panel.index -o part-$k || exit; done
  prognos merge part-* -o merged.csv --lang en
  cmp merged.csv whole.csv && echo "$n: same"
done
touch -d 2001-02-03 part-5
prognos learn panel.csv "$@" --shard 5/8 --index panel.index --resume -o part-5
stat -c %y part-5 | cut -c1-10
prognos learn panel.csv "$@" --seed 2 --shard 5/8 --index panel.index --resume -o part-5 # of other options: anew
prognos merge part-*; echo "exit $?"
