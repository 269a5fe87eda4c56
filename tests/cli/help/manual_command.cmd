prognos help --format man --lang en
