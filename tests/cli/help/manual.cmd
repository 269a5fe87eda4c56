prognos help help --format man; prognos help places --format man --lang en
