prognos help target; prognos target --help --lang en
