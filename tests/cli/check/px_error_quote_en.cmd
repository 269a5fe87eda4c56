sed 's/Bergaskolan",/Berga"skolan",/' case/elever.px | prognos check --lang en -
