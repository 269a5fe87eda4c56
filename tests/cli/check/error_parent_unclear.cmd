printf 'Del;Förälder;2022\nNorr;Riket;5\nNorr;Landet;7\nBerga;Norr;3\n' | prognos check - --parent-column Förälder
