printf 'År;A\n2015;10\n2016;..\n2017;14\n2018;15\n2019;\n2020;18\n2021;21\n' | prognos forecast - --horizon 2
