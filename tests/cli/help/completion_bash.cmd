# The script in a bash of its own: verbs, options, choices (alone, after = and after a comma), files, folders, topics.
prognos help --format bash > prognos.bash
mkdir bilder
touch elever.csv 'elever ny.csv'
bash -c '
compopt() { :; }
. ./prognos.bash
complete -p prognos
try() {
  COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMPREPLY=()
  _prognos
  printf "%s:" "$*"; [ ${#COMPREPLY[@]} -eq 0 ] || printf " <%s>" "${COMPREPLY[@]}"; echo
}
try prognos fore
try prognos --lang ""
try prognos --lang en che
try prognos forecast --mod
try prognos forecast --format ""
try prognos forecast --format = c
try prognos forecast --format =
try prognos forecast -f j
try prognos forecast --horizon ""
try prognos forecast --events el
try prognos forecast --quiet el
try prognos chart --pictures svg,p
try prognos chart -o ""
try prognos help ev
'
