printf 'paper = 0xFFFFFF\n!touch skadad\n' > elak.gp; prognos chart data/norrkoping_elever.csv --theme elak.gp -o out; code=$?; ls; exit $code
