# A count below five is nowhere in the page, the Markdown or the text, nor can the checksum tell it.
printf 'Skola;2018;2019;2020;2021;2022\nEkskolan;31;4;33;34;36\n' > fyra.csv
printf 'Skola;2018;2019;2020;2021;2022\nEkskolan;31;3;33;34;36\n' > tre.csv
for f in fyra tre; do prognos report $f.csv --kind people --today 2023-03-15 --name elever -q -o $f; done
sed -i 's/fyra\.csv/tre.csv/' fyra/elever.*
for f in html md txt; do cmp fyra/elever.$f tre/elever.$f && echo "same: $f"; done
grep -E '^\| 2019' fyra/elever.md
