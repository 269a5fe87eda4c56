# Acceptance A: layouts, encodings, delimiters, a sum row, trailing empties: byte-identical tidy CSV.
prognos convert data/norrkoping_elever.csv > want.csv
wide=data/norrkoping_elever.csv
same() { prognos convert "$1" | cmp -s - want.csv && echo "same: $1" || echo "DIFFERS: $1"; }
iconv -f UTF-8 -t WINDOWS-1252 $wide > cp1252.csv
iconv -f UTF-8 -t CP850 $wide > cp850.csv
iconv -f UTF-8 -t ISO-8859-1 $wide > latin1.csv
(printf '\357\273\277'; cat $wide) > bom.csv
(printf '\377\376'; iconv -f UTF-8 -t UTF-16LE $wide) > utf16le.csv
(printf '\376\377'; iconv -f UTF-8 -t UTF-16BE $wide) > utf16be.csv
tr ';' ',' < $wide > comma.csv
tr ';' '\t' < $wide > tab.csv
sed 's/$/\r/' $wide > crlf.csv
sed 's/$/;;;/' $wide > trailing.csv
(cat $wide; echo 'Summa;264;295;324;345;369;375'; echo ';;;;;;') > sum.csv
(echo 'sep=;'; cat $wide) > sep.csv
sed 's/[0-9][0-9]*/"&"/g; s/^[A-Z][^;]*/"&"/' $wide > quoted.csv
printf 'År;Grundsärskola;Gymnasiesärskola\n2017;168;96\n2018;183;112\n2019;198;126\n2020;214;131\n2021;240;129\n2022;249;126\n' > transposed.csv
tail -n +2 want.csv | awk -F, 'BEGIN { print "Verksamhet;År;Antal" } { print $1 ";" $2 ";" $3 }' > long.csv
(head -n 1 long.csv; tail -n +2 long.csv | sort -t';' -k1,1 -k2,2r) > newest_first.csv
(head -n 1 $wide; sed -n 2,3p $wide | sed 's/;\([0-9]\)/; \1/g') > blanks.csv
for f in *.csv; do [ $f = want.csv ] || same $f; done
