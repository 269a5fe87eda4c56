printf 'Skola;2015;2016;2017;2018;2019;2020\nA;12;14;15;19;17;21\nB;;;;7;9;8\nC;20;0;21;24;22;25\nD;7;9;8;7;6;9\n' > t.csv
for details in '' --details; do
  prognos backtest t.csv --models drift --horizon 1 $details -q -o whole.csv
  for k in 1 2 3; do prognos backtest t.csv --models drift --horizon 1 $details --shard $k/3 -o $k.part; done
  prognos merge 3.part 1.part 2.part --lang en -o merged.csv
  cmp merged.csv whole.csv && echo same
done
tail -n 3 whole.csv
# A share whose only series is refused, and one without any.
printf 'Skola;2015;2016;2017;2018;2019;2020\nB;;;;7;9;8\n' > b.csv
for k in 1 2; do prognos backtest b.csv --models drift --horizon 1 --shard $k/2 -o $k.part; echo $?; done
prognos merge 1.part 2.part; echo $?
