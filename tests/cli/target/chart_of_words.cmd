printf 'Indikator;Riktning;Mål;Enhet\nSamverkan;;;\n' | prognos target - --chart out -o ut.txt
