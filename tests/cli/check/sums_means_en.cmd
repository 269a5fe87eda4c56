printf 'Skola;2021;2022\nBerga;78;80\nVida;70;71\nTotalt;75;76\n' | prognos check --lang en -
printf 'Skola;2021;2022\nBerga;78,4;80\nVida;70,3;71\nTotalt;148,9;151\n' | prognos check --lang en - | tail -n 1
printf 'Skola;2021;2022\nBerga;78,4;80\nVida;70,3;71\nTotalt;148,9;151\n' | prognos check --lang en - --kind economy
