prognos backtest data/syntetisk_besok_manad.csv --models pooled,naive --horizon 3 --chart out -p none -f csv -o ut.csv; echo $?
sed -n '/^# pooled/,/^END/p; /^plot/,$p' out/syntetisk_besok_manad.gp
grep -o "set label '[A-Z0-9][^']* fram[^']*'" out/syntetisk_besok_manad.gp
