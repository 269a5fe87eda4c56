prognos help chart; prognos chart --help --lang en
