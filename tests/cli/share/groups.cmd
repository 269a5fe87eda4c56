printf 'Område;2021;2022;2023\nNorr;31;37;35\nSyd;42;40;\nVäst;12;9;\n' >elever.csv
printf 'Område;Alternativ;2021;2022;2023;2024\nNorr;mellan;2113;2157;2086;2204\nSyd;mellan;1810;1790;1777;1761\nNorr;hög;2113;2157;2086;2255\n' >bef.csv
prognos share elever.csv --population bef.csv --format table; echo $?
