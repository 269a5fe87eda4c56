printf 'Enhet;2018;2019;2020;2021;2022\nA;12;3;14;15;16\n' | prognos chart - --hide-below 5 --model naive --with-table -q | grep -E "^set (xtics|label '(3|\.\.|12|14|Data)')" | cut -d' ' -f1-6
