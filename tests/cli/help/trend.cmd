prognos help trend; prognos trend --help --lang en
