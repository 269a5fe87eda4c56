# scripts/slurm with a stand-in for Slurm, which does what it is told at once, but never starts the third share.
mkdir bin
cat >bin/sbatch <<'END'
#!/bin/sh
array= log=
while case $1 in -*) true ;; *) false ;; esac do
  case $1 in --array=*) array=${1#*-*-*-} ;; --output=*) log=${1#*=} ;; --dependency=*) echo "$1" >>dependency ;; esac
  shift
done
if [ -z "$array" ]; then
  sh "$@" >>"$log" 2>&1
  echo 12
else
  for k in $(seq "$array"); do [ "$k" = 3 ] || SLURM_ARRAY_TASK_ID=$k sh "$@" >>"$log" 2>&1; done
  echo 11
fi
END
printf '#!/bin/sh\necho "JobState=$(cat state)"\n' >bin/scontrol
chmod +x bin/*
PATH=$PWD/bin:$PATH
submit=case/../../../scripts/slurm/submit
echo FAILED >state
awk 'BEGIN { print "skola,år,elever"; for (i = 0; i < 9000; i++) for (t = 0; t <= (i == 50 ? 0 : 6 + i % 4); t++) print "Skola " i "," 2010 + t "," 120 + (i * 31 + t * 17 * (1 + i % 5)) % 97 }' >panel.csv
prognos forecast panel.csv -q --horizon 3 -o whole.csv 2>/dev/null
$submit forecast panel.csv out --shards 4 -- --horizon 3
cat dependency out/merge.log
ls out
cmp out/forecast.csv whole.csv && echo same

echo --- started again, the parts that are there are kept
rm out/part-00002* out/forecast.csv
touch -d 2001-02-03 out/part-0000*
$submit forecast panel.csv out --shards 4 -- --horizon 3
cmp out/forecast.csv whole.csv && echo same
find out -name 'part-0*' -newermt 2001-02-04

echo --- asked for something else, they are not
$submit forecast panel.csv out --shards 4 -- --horizon 2
prognos forecast panel.csv -q --horizon 2 2>/dev/null | cmp - out/forecast.csv && echo same

echo --- a file that cannot be cut
gzip -k panel.csv
$submit forecast panel.csv.gz packed --shards 4 -- --horizon 3
cmp packed/forecast.csv whole.csv && echo same
ls packed/panel.index 2>/dev/null

echo --- cancelled
echo CANCELLED >state
$submit forecast panel.csv cancelled --shards 4
ls cancelled/forecast.csv 2>/dev/null
tail -1 cancelled/merge.log

echo --- what cannot be made
echo FAILED >state
$submit forecast panel.csv no --shards 4 -- --horizon 0
ls no
tail -1 no/merge.log
$submit forecast borta.csv no; echo "exit $?"
$submit forecast; echo "exit $?"
$submit forecast panel.csv no --shards; echo "exit $?"

echo --- a directory, each of whose files is a share, and a share of backtest
mkdir files
awk -F, 'NR == 1 { for (k = 1; k <= 3; k++) print >("files/" k ".csv"); next } { print >("files/" int(substr($1, 7) / 3000) + 1 ".csv") }' panel.csv
$submit forecast files divided -- --horizon 3
cmp divided/forecast.csv whole.csv && echo same
head -n 2000 panel.csv >some.csv
prognos backtest some.csv --models drift --horizon 2 -q -o tested.csv 2>/dev/null
$submit backtest some.csv tests --shards 2 -- --models drift --horizon 2
cmp tests/backtest.csv tested.csv && echo same
$submit forecast files divided --shards 3; echo "exit $?"
mkdir empty
$submit forecast empty divided 2>&1 | sed 's/.*submit: //; s,/.*/,,'

echo --- a directory started again, and a job that Slurm does not take
touch -d 2001-02-03 divided/part-0*
$submit forecast files divided -- --horizon 3
find divided -name 'part-0*' -newermt 2001-02-04
printf '#!/bin/sh\necho "sbatch: error: invalid partition" >&2\nexit 1\n' >bin/sbatch
$submit forecast files divided -- --horizon 3; echo "exit $?"
