prognos theme
