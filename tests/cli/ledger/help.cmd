prognos help ledger | head -30
