{ echo series,period,value; for i in $(seq 1 1003); do echo "Besök,$i,$((i % 7 + 31))"; done; } | prognos convert - | prognos convert - | tail -5
{ seq -s ';' 1 1003 | sed 's/^/serie;/'; seq -s ';' 2001 3003 | sed 's/^/Besök;/'; } | prognos convert - | tail -5
