tr -d '}' < case/elever.json | prognos check --lang en -
