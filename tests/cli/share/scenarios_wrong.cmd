printf 'Ålder;2022;2023\n7–15 år;17800;17760\n' >bef.csv
try() {
  printf "$1" >fel.csv
  prognos share data/norrkoping_elever.csv --population bef.csv --scenarios fel.csv --format csv
  echo $?
}
try 'scenario;option;value\na;finns-ej;1\n'
try 'scenario;option;value\na;format;json\n'
try 'scenario;option;value\na;horizon;många\n'
try 'scenario;option;value\n;share;mean\n'
try 'scenario;option\na;share\n'
try 'scenario;option;value\na;share;mycket\n'
try 'scenario;option;value\na;horizon;9\n'
try 'scenario;option;value\na;share;mean\n' >/dev/null
prognos share data/norrkoping_elever.csv --population bef.csv --scenarios fel.csv --format json; echo $?
prognos share - --population bef.csv --scenarios fel.csv </dev/null; echo $?
prognos share data/norrkoping_elever.csv --population bef.csv --scenarios finns_ej.csv; echo $?
