prognos theme dark --print
