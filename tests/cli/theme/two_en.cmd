prognos theme print dark --lang en
