prognos target case/groups_indicators.csv --outcomes case/groups_outcomes.csv
