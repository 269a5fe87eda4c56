prognos check --lang en case/elever.json
