prognos target data/linkoping_indikatorer_2018.csv --outcomes data/linkoping_utfall_2018.csv --chart out --today 2018-09-03 -p none --name mål -o ut.txt; echo $?
ls out
sed -n '/^\$rows/,/^END/p; /^plot/,$p' out/mål.gp
