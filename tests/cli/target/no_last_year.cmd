printf 'Indikator;Riktning;Mål;Utfall\nA;fler än föregående år;;7\n' | prognos target - --through 2018-06
