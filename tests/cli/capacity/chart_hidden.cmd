# A picture is shown to others: counts below five of people are hidden in it unasked, and in what is written beside it.
printf 'Skola;2018;2019;2020;2021;2022\nA;31;3;33;4;35\n' >s.csv
prognos capacity s.csv --capacity 40 --kind people --chart out --pictures none -f csv -o t.csv; echo "$?"
grep -o '^20\(19\|21\)[^0-9].*' out/s.gp | head -n 2
prognos capacity s.csv --capacity 40 --kind people --chart out --hide-below 0 --pictures none -f csv -q >/dev/null
grep -o '^20\(19\|21\)[^0-9].*' out/s.gp | head -n 2
