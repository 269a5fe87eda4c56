printf 'Ålder;2022;2027\n7–15 år;17800;17500\n' >bef.csv
prognos share data/norrkoping_elever.csv; echo $?
prognos share data/norrkoping_elever.csv --population finns_ej.csv; echo $?
prognos share data/norrkoping_elever.csv --population bef.csv --share mycket; echo $?
prognos share data/norrkoping_elever.csv --population bef.csv --horizon 6; echo $?
prognos share data/norrkoping_elever.csv --population bef.csv --share trend; echo $?
prognos share bef.csv --population data/norrkoping_elever.csv; echo $?
printf 'Ålder;2022;2027\n7–15 år;178oo;17500\n' >fel.csv
prognos share data/norrkoping_elever.csv --population fel.csv; echo $?
printf 'Ålder;Alternativ;2022;2027\n7–15 år;låg;17800;17500\n' >låg.csv
prognos share data/norrkoping_elever.csv --population låg.csv; echo $?
