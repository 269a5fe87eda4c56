prognos help learn
