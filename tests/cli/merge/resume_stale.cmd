# A part is kept only if it is whole and what would be made now.
awk 'BEGIN { print "skola,år,elever"; for (i = 0; i < 9000; i++) for (t = 0; t <= 5 + i % 4; t++) print "Skola " i "," 2010 + t "," 120 + (i * 31 + t * 17 * (1 + i % 5)) % 97 }' >panel.csv
prognos index panel.csv -o panel.index -q
prior() { printf 'transform,alpha,beta,phi,kappa,s0,growth,log_weight\n0,%s,0,0,0,0.05,0,0\n' "$1" >prior.csv; }
again() { touch -d 2001-02-03 part; prognos forecast panel.csv --horizon 1 --prior prior.csv --index panel.index --shard 2/3 --resume -q -o part || echo "code $?"; [ -z "$(find part -newermt 2001-02-04)" ] && echo kept || echo made anew; }
prior 1
prognos forecast panel.csv --horizon 1 --prior prior.csv --index panel.index --shard 2/3 -q -o part
again
echo '--- the file that an option names has changed'
prior 0.5
again
again
echo '--- a figure has changed'
sed -i '0,/Skola 7/s//Skola 8/' part
again
echo '--- options that need the whole file'
prognos forecast panel.csv --index panel.index --shard 2/3 --series 'Skola 7' -o part2
prognos forecast panel.csv --partitioned --shard 2/3 --hide-below 5 -o part2
ls part2 2>/dev/null
