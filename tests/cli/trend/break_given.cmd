prognos trend data/norrkoping_elever.csv --series Gymnasiesärskola --model piecewise --break 2020
