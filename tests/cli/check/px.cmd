prognos check case/elever.px
