prognos check case/kolada.json
