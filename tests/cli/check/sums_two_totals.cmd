printf 'Skola;2022\nBerga;12\nVida;10\nSumma;22\nLund;5\nDal;6\nSumma;11\n' | prognos check -
