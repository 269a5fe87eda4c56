sed '$d' case/elever.px | prognos check -
