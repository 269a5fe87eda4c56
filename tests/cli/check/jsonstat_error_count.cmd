sed 's/4.5,6.1/4.5/' case/elever.json | prognos check -
