printf 'År;Antal\n2017;4\n2018;2\n2019;3\n2020;1\n2021;2\n2022;1\n' | prognos forecast -
