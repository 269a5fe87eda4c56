printf 'Elever i grundsärskola\n\nSkola;2020;2021;2022;;\nA;5;6..;7;;\n' | sed 's/6\.\./6/' > t.csv
printf 'B;1;2;3;;\nSumma;6;8;10;;\n;;;;;\n;;;;;\nKälla: egen;;;;;\n' >> t.csv
prognos check t.csv
