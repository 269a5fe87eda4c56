{ echo 'series,period,value'; i=1
while [ $i -le 2500 ]; do
  printf "s$i,201%d,%d\n" 0 $((i * 7 % 91 + 20)) 1 $((i * 11 % 97 + 20)) 2 $((i * 13 % 89 + 20)) 3 $((i * 17 % 101 + 20))
  [ $i -ne 2222 ] || printf 'kort,2010,17\n'
  i=$((i + 1)); done; } > p.csv
prognos forecast p.csv --threads 1 --model naive > one.csv
prognos forecast p.csv --threads 4 --model naive -o four.csv 2> /dev/null
cmp one.csv four.csv && wc -l < one.csv && sed -n '1p;2,10p;$p' one.csv
prognos forecast p.csv --threads 1 --kind people -q > one.csv 2> /dev/null
prognos forecast p.csv --threads 3 --kind people -q > three.csv 2> /dev/null
cmp one.csv three.csv && wc -l < one.csv
