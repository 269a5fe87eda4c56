awk 'BEGIN { print "skola,år,elever"; for (i = 0; i < 9000; i++) for (t = 0; t <= 5 + i % 4; t++) print "Skola " i "," 2010 + t "," 120 + (i * 31 + t * 17 * (1 + i % 5)) % 97 }' > panel.csv
what='--models drift,linear --horizon 2 --quiet'
prognos backtest panel.csv $what --threads 1 -o whole.csv; echo $?
prognos backtest panel.csv $what --threads 3 | cmp - whole.csv && echo same
tail -n 6 whole.csv
prognos index panel.csv -o panel.index
for k in 1 2 3; do prognos backtest panel.csv $what --shard $k/3 --index panel.index -o indexed$k.part || exit; done
for k in 3 1 2; do prognos backtest panel.csv $what --shard $k/3 --threads 1 -o named$k.part || exit; done
prognos merge indexed?.part --quiet | cmp - whole.csv && echo same
prognos merge named?.part -o merged.csv
cmp merged.csv whole.csv && echo same
touch -d 2001-02-03 indexed2.part
prognos backtest panel.csv $what --shard 2/3 --index panel.index --resume -o indexed2.part
stat -c %y indexed2.part | cut -c1-10
