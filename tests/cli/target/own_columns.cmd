printf 'Indikator;Riktning;Mål;Enhet;Utfall;Föregående år\nBesök;upp;mer än föregående år;besök;731;1052\n' | prognos target - --through 2018-08
