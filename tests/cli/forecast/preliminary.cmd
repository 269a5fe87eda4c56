printf 'series,period,value,status\nA,2018,71.35,\nA,2019,68.02,\nA,2020,80.94,\nA,2021,77.61,\nA,2022,91.13,preliminary\n' | prognos forecast - --horizon 2
