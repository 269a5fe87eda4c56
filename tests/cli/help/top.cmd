prognos help
