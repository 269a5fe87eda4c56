printf 'Skola;2017;2018;2019;2020;2021;2022\nA;12;-;..;.;;15p\nB;1 049 490;2r;3k;4;x;12,5\n' > t.csv
prognos convert t.csv
