printf 'År;A;B\n2017;100;0\n2018;100;0\n2019;100;0\n2020;100;0\n2021;100;0\n2022;100;0\n' | prognos forecast - --horizon 2
