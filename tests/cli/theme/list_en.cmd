prognos theme --lang en
