prognos target --lang en case/malformed.csv --through 2018-06 2>&1 >/dev/null
