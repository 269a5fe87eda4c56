# Acceptance F: a file with narrow limits only is drawn with wide ones, and still nothing is below 0.
printf 'Verksamhet;2017;2018;2019;2020;2021;2022\nElever;4;2;3;1;2;1\n' |
  prognos forecast - --levels 50,80 --format csv -q | prognos chart - --today 2023-03-15 > narrow.gp
sed -n '/^\$forecast_1/,/^END/p' narrow.gp
