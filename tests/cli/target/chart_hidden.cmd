# Neither a dot nor a goal that is last year's figure.
prognos target data/linkoping_indikatorer_2018.csv --outcomes data/linkoping_utfall_2018.csv --chart out --hide-below 8 -p none -q -o ut.txt; echo $?
sed -n '/^\$rows/,/^END/p' out/linkoping_indikatorer_2018.gp
