cat >bef.csv <<'END'
Alternativ;2017;2018;2019;2020;2021;2022;2023;2024;2025
låg;17150;17290;17410;17560;17700;17800;17700;17600;17400
mellan;17150;17290;17410;17560;17700;17800;17760;17700;17640
hög;17150;17290;17410;17560;17700;17800;17850;17900;17950
END
prognos share data/norrkoping_elever.csv --population bef.csv --chart out --pictures none --unit elever --today 2023-03-15 --format csv | tail -1
grep "^set label" out/norrkoping_elever-Grundsärskola.gp
