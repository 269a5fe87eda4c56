printf '# kommentar\nnamn|tid|n\nA|2021|1,5\nA|2022|2,5\n' > t.csv
prognos convert t.csv --delimiter '|' --decimal , --layout long --series-columns namn --period-column tid --value-column n --encoding UTF-8
