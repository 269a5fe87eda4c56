printf 'Minst;Bedömning\n60;Uppfyllt\n15;Delvis\n0;Ej\n' > skala.csv; prognos target --scale skala.csv data/linkoping_indikatorer_2018.csv --outcomes data/linkoping_utfall_2018.csv | head -9
