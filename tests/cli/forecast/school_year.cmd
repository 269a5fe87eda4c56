printf 'Läsår;A\n2018/19;10\n2019/20;12\n2020/21;14\n2021/22;15\n2022/23;17\n' | prognos forecast - --horizon 2
