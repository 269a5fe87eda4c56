prognos help forecast; prognos forecast --help --lang en
