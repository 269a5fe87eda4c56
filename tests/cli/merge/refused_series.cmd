printf 'Skola;2019;2020;2021;2022\nEk;17;19;23;21\nBok;;;;14\nAl;31;29;37;33\n' > a.csv
for k in 1 2; do prognos forecast a.csv --shard $k/2 -o $k.part; echo "exit $?"; done
prognos merge 1.part 2.part | cut -d, -f1-3 | tail -3
