prognos --help --lang en
