prognos trend --lang en data/norrkoping_elever.csv --series Gymnasiesärskola --model theil-sen
