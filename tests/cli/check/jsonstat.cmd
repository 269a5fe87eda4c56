prognos check case/elever.json
