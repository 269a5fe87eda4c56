printf 'År;A;B;C;D;E;F\n2020;1;2;3;4;5;6\n2021;1;2;3;4;5;6\n2022;2;3;4;5;6;7\n' | prognos chart -
