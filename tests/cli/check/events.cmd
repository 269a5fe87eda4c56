printf 'Verksamhet;2015;2016;2017;2018;2019;2020;2021;2022;2023;2024\nGrundsärskola;150;155;168;183;198;1214;240;249;;\nAnpassad grundskola;;;;;;;;;255;261\nKAA;600;610;590;1010;1030;1050;..;1075;1090;1110\n' >elever.csv
printf 'datum;serie;slag;anmärkning;till\n2023-07-02;Grundsärskola;namnbyte;ny lag;Anpassad grundskola\n2018;KAA;nivå;ny definition;\n2022-03-28;KAA;insats;7 Mkr;\n2030;Okänd;metod;x;\n2020;Grundsärskola;avvikare;dubbelräknat;\n' >hänt.csv
prognos check elever.csv --events hänt.csv
