printf 'Indikator;Typ;Riktning;Mål;Utfall\nA;antal;fler än föregående år;;7\n' | prognos target - --through 2018-06
