for m in recent none 5-year 10-year; do
  prognos cohort data/syntetisk_arskurser.csv --lang en --format table --area Lindskolan --horizon 3 --pool-with none --migration $m | grep -E "Totalt|8 in|Assumption|change from"
done
