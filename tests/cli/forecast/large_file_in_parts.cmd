awk 'BEGIN { print "Kommun;Skola;År;Elever av alla som gick i skolan den femtonde oktober"
  for (s = 1; s <= 12000; s++)
    for (t = 0; t < 20; t++) {
      if (s == 7001 && t > 0) break
      printf "Kommunen %d;S%d;%d;%d\n", s / 20, s, 2001 + t, s == 7001 ? 3 : 100 + (s * 37 + t * t * 29) % 211
    } }' > p.csv
prognos forecast p.csv --threads 1 --model naive --horizon 1 > one.csv 2> one.err
echo $?
prognos forecast p.csv --threads 3 --model naive --horizon 1 > three.csv 2> three.err
echo $?
prognos forecast p.csv --threads 2 --model naive --horizon 1 --whole > whole.csv 2> whole.err
cmp one.csv three.csv && cmp one.csv whole.csv && cmp one.err three.err && cmp one.err whole.err && cat one.err
grep -c ,forecast, one.csv
prognos forecast p.csv --model naive --horizon 1 --series 'Kommunen 599 · S11990'
prognos convert p.csv > tidy.csv
prognos convert p.csv --whole > tidy-whole.csv
cmp tidy.csv tidy-whole.csv && tail -n 1 tidy.csv
