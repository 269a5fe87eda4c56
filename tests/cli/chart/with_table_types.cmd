# The rows of the other types with periods along the axis: what they are called, and a figure of each.
chart() { prognos chart "$@" --today 2023-03-15 --with-table -q | grep "^set label" | cut -d' ' -f3-; }
chart data/norrkoping_elever.csv --type change --series Grundsärskola --kind people | grep "^'\(Sammanlagt'\|Förändring'\|+16\)" | cut -d' ' -f1
chart data/norrkoping_elever.csv --type spread --series Grundsärskola --models linear,naive | grep "^'\(Utfall\|rät linje\|senaste\|183\|336\)" | cut -d"'" -f2
chart data/norrkoping_elever.csv --type stack --kind people --lang en | grep "^'\(Gymnasie\|Together'\|112\|295\)" | cut -d"'" -f2
chart data/syntetisk_besok_manad.csv --type seasonal | grep "^'\(20[12]\|1025\|629\)" | cut -d"'" -f2
# What is hidden is two dots in its row and in that of the sum, and the footer says so.
printf 'Skola;2019;2020;2021;2022\nA;40;42;43;44\nB;52;50;3;53\n' >skola.csv
chart skola.csv --type stack --kind people | grep "^'\(\.\.\|3'\|Prognos 2\)" | cut -d"'" -f2
