printf 'Verksamhet;2015;2016;2017;2018;2019\nA;96;112;126;131;129\nB;12;13;;;\n' > panel.csv
prognos learn panel.csv --lang en --nodes 8 --windows 50 --today 2026-11-22 panel.csv | grep '^#'
