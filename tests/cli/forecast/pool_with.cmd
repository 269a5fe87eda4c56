cat >jämför.csv <<'END'
Kommun;2017;2018;2019;2020;2021;2022
Eka;1213;1236;1229;1262;1281;1287
Norr;3110;3123;3151;3149;3180;3201
Syd;877;869;881;890;886;893
Väst;2210;2262;2301;2359;2388;2431
Öst;1740;1733;1751;1746;1762;1759
END
head -2 jämför.csv >eka.csv
prognos forecast eka.csv --kind people --horizon 3 --format table
prognos forecast eka.csv --kind people --horizon 3 --pool-with jämför.csv --format table
prognos capacity eka.csv --kind people --horizon 3 --pool-with jämför.csv --capacity 1320 --lang en --format csv | cut -d, -f1-6,10
head -3 jämför.csv >två.csv
prognos forecast eka.csv --pool-with två.csv; echo $?
prognos forecast eka.csv --pool-with finns_ej.csv; echo $?
printf 'Kommun;2018;2019;2020;2021\nLilla;2;0;3;1\n' >lilla.csv
prognos forecast lilla.csv --horizon 1 --kind people --pool-with jämför.csv --format csv | tail -1
printf 'Kommun;2021K1;2021K2;2021K3;2021K4;2022K1\nEka;21;22;23;24;25\n' >kvartal.csv
prognos forecast kvartal.csv --pool-with jämför.csv; echo $?
