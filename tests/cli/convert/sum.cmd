prognos convert case/pupils.csv --sum kön
prognos convert case/pupils.csv --sum kön --sum kommun --rename case/no_such.csv
prognos convert case/pupils.csv --sum Kommun --select kön=pojkar
prognos convert case/pupils.csv --sum Kommun --sum kön --to 2021/22
printf 'skola;2021;2022\nA;12;13\nB;;17\n' | prognos convert - --sum skola
printf 'skola;2021;2022\nA;12;13\nB;;17\n' | prognos convert - --sum skola --sum-partial
printf 'skola;2021;2022\nA;12 %%;13 %%\nB;11 %%;17 %%\n' | prognos convert - --sum skola
