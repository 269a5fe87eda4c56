prognos target case/profile_indicators.csv --outcomes case/profile_outcomes.csv
