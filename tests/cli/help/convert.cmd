prognos help convert; prognos convert --help --lang en
