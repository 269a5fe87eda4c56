printf 'År;A\n2011;100\n2012;104\n2013;98\n2014;101\n2015;99\n2016;180\n2017;184\n2018;181\n2019;186\n' | prognos forecast - --horizon 2 --format csv | tail -n 2
printf 'År;A\n2011;100\n2012;104\n2013;98\n2014;101\n2015;99\n2016;180\n2017;184\n2018;181\n2019;186\n' | prognos forecast - --horizon 2 --format table --lang en | tail -n 5
