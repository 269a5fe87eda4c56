prognos cohort data/syntetisk_arskurser.csv --horizon 2 --chart out -p none --name kull -f csv -o ut.csv; echo $?
sed -n '/^.persons/,/^END/p; /^plot/,$p' out/kull-Lindskolan.gp | tail -12
