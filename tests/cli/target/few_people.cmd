for format in table markdown csv json; do
  prognos target data/linkoping_indikatorer_2018.csv --outcomes data/linkoping_utfall_2018.csv --hide-below 8 --format $format -o ut.$format; echo $?
done
cat ut.markdown
grep -c . ut.csv
cut -d, -f1-21 ut.csv
