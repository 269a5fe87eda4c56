prognos help spådom
