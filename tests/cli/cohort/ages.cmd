printf 'Ålder;2020;2021;2022\n0 år;51;48;47\n1 år;53;52;50\n2 år;49;54;52\n3 år;55;50;56\n100+ år;2;3;2\n' > a.csv
prognos cohort a.csv --format table --horizon 2
prognos cohort a.csv --grade-shift 2024
