prognos help events; prognos help table --lang en
