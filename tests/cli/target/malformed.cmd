prognos target case/malformed.csv --through 2018-06
