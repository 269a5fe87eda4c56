printf 'År;Nöjda\n2005;40,3\n2011;44,7\n2017;43,1\n2023;48,2\n' | prognos forecast - --horizon 6 --format table
