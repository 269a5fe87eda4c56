prognos theme default
