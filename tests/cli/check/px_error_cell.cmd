sed 's/"\.\.\."/12O/' case/elever.px | prognos check -
