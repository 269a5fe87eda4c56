# Acceptance J: characters appear literally and run nothing.
printf 'Verksamhet;2020;2021;2022\n"A_b^c & ""d"" $(touch ran) `touch ran` \\n {x} %%d @e ~f å'"'"'";1;2;3\n' > t.csv
prognos chart t.csv --today 2023-03-15 --title 'T_ & " \ % $(touch ran) `touch ran` åäö '"'" --source '`touch ran`' --subtitle '$(touch ran)' -q -o out
ls out; ls ran 2>/dev/null; grep -c 'T_ &amp; &quot; \\ % $(touch ran) `touch ran` åäö' out/t.svg
