prognos check --lang en case/elever.px
