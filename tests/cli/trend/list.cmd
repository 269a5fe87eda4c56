prognos trend --model help
