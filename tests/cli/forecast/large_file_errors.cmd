make_panel() { awk -v last="$1" 'BEGIN { print "Skola;År;Elever av alla som gick i skolan den femtonde oktober"
  for (s = 1; s <= 12000; s++)
    for (t = 0; t < 20; t++)
      printf "Skolan med numret %d;%d;%d\n", s, 2001 + t, 100 + (s * 37 + t * t * 29) % 211
  print last }' > p.csv; }
try() { prognos forecast p.csv --model naive --horizon 1 "$@" > out.csv; echo "exit $?"; }
make_panel 'Skolan med numret 17;2021;12'
try
prognos forecast p.csv --model naive --horizon 1 -o kept.csv; ls
try --whole
tail -n 1 out.csv
make_panel 'Skolan;2021;12O'
try
make_panel 'Skolan;2021'
try
make_panel 'Källa: SCB'
try
try --series 'Skolan som inte finns'
