prognos merge
