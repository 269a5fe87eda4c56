# As docs/cluster.md has it.
awk 'BEGIN { print "skola,år,elever"; for (i = 0; i < 9000; i++) for (t = 0; t <= (i % 100 == 50 ? 0 : 6 + i % 4); t++) print "Skola " i "," 2010 + t "," 120 + (i * 31 + t * 17 * (1 + i % 5)) % 97 }' >panel.csv
prognos index panel.csv --block 16 -o panel.index
sed -n '/^seq 64 | xargs/,/^```/{/^`/!p;}' case/../../../docs/cluster.md >way
wc -l <way
sh way 2>told
prognos forecast panel.csv -q -o whole.csv 2>told
cmp forecast.csv whole.csv && echo same
