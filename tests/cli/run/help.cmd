prognos help run
