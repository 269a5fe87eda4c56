printf 'År;A\n2003;31\n2004;38\n2005;42\n2006;51\n2007;55\n2008;63\n2009;69\n2010;74\n2011;83\n2012;88\n2013;94\n2014;103\n2015;107\n2016;115\n2017;121\n2018;126\n2019;135\n2020;140\n' > t.csv
prognos backtest t.csv --format table
prognos backtest t.csv > t.out
prognos backtest t.csv --models '' ; echo $?
