# No name is a formula in a spreadsheet, and what was written for one is read as it was.
printf 'Skola;2021;2022\n"=HYPERLINK(""http://x.invalid"")";12;13\n+1;14;15\n-2;16;17\n@SUM(A1);18;19\n'"'"'=x;20;21\n' > namn.csv
prognos convert namn.csv -q --layout wide -f excel | tee ut.csv | sed 1d
prognos convert namn.csv -q --layout wide > a; prognos convert ut.csv -q > b; cmp a b && echo same
