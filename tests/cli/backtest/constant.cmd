printf 'År;A\n2015;7\n2016;7\n2017;7\n2018;7\n2019;7\n2020;7\n' | prognos backtest - --horizon 1 --format table
