awk 'BEGIN { print "skola,år,elever"; for (i = 0; i < 9000; i++) for (t = 0; t <= 5 + i % 4; t++) print "Skola " i "," 2010 + t "," 120 + (i * 31 + t * 17 * (1 + i % 5)) % 97 }' > panel.csv
prognos index panel.csv -o panel.index
prognos forecast panel.csv --kind people -o whole.csv
for k in 1 2 3; do prognos forecast panel.csv --kind people --shard $k/3 --index panel.index -o indexed$k.part || exit; done
for k in 3 2 1; do prognos forecast panel.csv --kind people --shard $k/3 --threads 1 -o named$k.part || exit; done
prognos merge indexed?.part | cmp - whole.csv && echo same
prognos merge named2.part named3.part named1.part -o merged.csv
cmp merged.csv whole.csv && echo same
prognos merge named1.part named3.part
prognos merge named1.part indexed2.part named3.part
head -c 90000 named2.part > torn.part
prognos merge named1.part torn.part named3.part -o torn.csv
echo "exit $?"
ls torn.csv 2>/dev/null
touch -d 2001-02-03 indexed2.part
for k in 1 2 3; do prognos forecast panel.csv --kind people --shard $k/3 --index panel.index --resume -o indexed$k.part; done
stat -c %y indexed2.part | cut -c1-10
prognos forecast panel.csv --shard 2/3 --index panel.index --resume -o indexed2.part # of other options: anew
[ -z "$(find indexed2.part -newermt 2001-02-04)" ] || echo made anew
