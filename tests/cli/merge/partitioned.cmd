awk 'BEGIN { for (i = 0; i < 9000; i++) for (t = 0; t <= 5 + i % 4; t++) print "Skola " i "," 2010 + t "," 120 + (i * 31 + t * 17 * (1 + i % 5)) % 97 }' > rows
echo "skola,år,elever" | tee panel.csv file-1.csv file-2.csv > file-3.csv
cat rows >> panel.csv
grep '^Skola [0-9]\{1,3\},' rows >> file-1.csv
grep '^Skola [1-7][0-9]\{3\},' rows >> file-2.csv
grep '^Skola 8[0-9]\{3\},' rows >> file-3.csv
[ $(wc -c < file-2.csv) -gt 1048577 ] && [ $(wc -c < file-3.csv) -lt 1048577 ] && echo large and small
prognos forecast panel.csv --kind people --siblings off -o whole.csv
for k in 2 3 1; do prognos forecast file-$k.csv --shard $k/3 --partitioned --kind people --siblings off -o $k.part || exit; done
prognos merge 1.part 3.part 2.part | cmp - whole.csv && echo same
touch -d 2001-02-03 1.part 2.part
sed -i '2s/[0-9]*$/4711/' file-2.csv
for k in 1 2; do prognos forecast file-$k.csv --shard $k/3 --partitioned --kind people --siblings off --resume -o $k.part || exit; done
find ?.part -newermt 2001-02-04 # the second, of another file than before, and the third
prognos forecast panel.csv --kind people --siblings off --shard 2/3 -o other.part
prognos merge 1.part other.part 3.part
echo "exit $?"
prognos backtest panel.csv --models drift,linear -q -o whole.csv
sed -i '2s/[0-9]*$/177/' file-2.csv
for k in 1 2 3; do prognos backtest file-$k.csv --models drift,linear -q --shard $k/3 --partitioned -o $k.part || exit; done
prognos merge ?.part | cmp - whole.csv && echo same
