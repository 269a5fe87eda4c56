# A panel of 30 series made here; the prior is the same when made again, and forecast takes it.
awk 'BEGIN { print "skola,år,elever"; for (i = 1; i <= 30; i++) { x = 90 + 17 * i; for (t = 1998; t <= 2019; t++) {
  x *= 1 + .03 * sin(i * t) + (i % 3) * .01; printf "Skola %02d,%d,%d\n", i, t, x } } }' > panel.csv
prognos learn panel.csv --kind people --nodes 10 --windows 60 --horizon 3 --today 2026-11-22 -o prior.csv
prognos learn panel.csv --kind people --nodes 10 --windows 60 --horizon 3 --today 2026-11-22 -q | cmp - prior.csv && echo same
grep '^#' prior.csv
sed -n '/^[a-z]/p' prior.csv
grep -c '^[0-9]' prior.csv
prognos forecast panel.csv --prior prior.csv --series 'Skola 07' --horizon 3 | tail -n 3 | cut -d, -f1-4
