awk 'BEGIN { print "skola,år,elever"; for (i = 0; i < 9000; i++) for (t = 0; t <= 5 + i % 4; t++) print "Skola " i "," 2010 + t "," 120 + (i * 31 + t * 17 * (1 + i % 5)) % 97 }' > panel.csv
prognos index panel.csv --block 128 -o panel.index
head -4 panel.index
wc -l < panel.index
