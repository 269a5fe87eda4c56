# A panel that was divided before: what is learned is what one run learns of all of it.
awk 'BEGIN { for (i = 1; i <= 60; i++) { x = 90 + 17 * i; for (t = 2001; t <= 2015; t++) {
  x *= 1 + .03 * sin(i * t) + .01; printf "Skola %02d,%d,%d\n", i, t, x } } }' > rows
echo "skola,år,elever" > head
cat head rows > panel.csv
awk -F, '{ print > "cut-" (substr($1, 7) <= 20 ? 1 : substr($1, 7) <= 45 ? 2 : 3) }' rows
set -- --nodes 8 --windows 100 --quiet --today 2026-11-22
for k in 1 2 3; do
  cat head cut-$k > file-$k.csv
  prognos learn file-$k.csv "$@" --shard $k/3 --partitioned -o $k.part || exit
done
prognos merge ?.part --quiet > merged.csv
grep '^#' merged.csv
prognos learn panel.csv "$@" > whole.csv
sed s/panel.csv/'3 files'/ whole.csv | cmp - merged.csv && echo same
touch -d 2001-02-03 2.part
prognos learn file-2.csv "$@" --shard 2/3 --partitioned --resume -o 2.part
stat -c %y 2.part | cut -c1-10
