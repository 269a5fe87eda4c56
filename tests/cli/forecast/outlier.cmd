printf 'År;A\n2013;100\n2014;104\n2015;110\n2016;108\n2017;115\n2018;240\n2019;121\n2020;125\n2021;128\n' | prognos forecast - --horizon 2 --format table
printf 'År;A\n2013;100\n2014;104\n2015;110\n2016;108\n2017;115\n2018;240\n2019;121\n2020;125\n2021;128\n' | prognos forecast - --horizon 2 --model naive --format json | tail -n 8
