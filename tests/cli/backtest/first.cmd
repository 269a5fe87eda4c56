# The window begins with five, or with the six that the broken line needs.
prognos backtest data/norrkoping_elever.csv --series Grundsärskola --models drift --first 5 --quiet --horizon 1
printf 'År;A\n2014;3\n2015;5\n2016;4\n2017;8\n2018;9\n2019;14\n2020;13\n2021;16\n' > t.csv
prognos backtest t.csv --models drift,piecewise --format table
