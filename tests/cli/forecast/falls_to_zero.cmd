printf "Skola;2016;2017;2018;2019;2020;2021\nBergaskolan;50;40;30;20;10;0\n" | prognos forecast - --model linear --horizon 3 --format table
