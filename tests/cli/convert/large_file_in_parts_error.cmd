awk 'BEGIN { print "series,period,value,status"
  for (s = 1; s <= 9000; s++) for (t = 0; t < 20; t++) printf "Serien nummer %d,%d,%d,\n", s, 2001 + t, s * t % 97
  print "\"Två\nrader\",2001,8,\n\"Två\nrader\",2002,9,prelim" }' > p.csv
prognos convert p.csv > out.csv
