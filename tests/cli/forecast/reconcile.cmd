cat >delar.csv <<'T'
Del;2017;2018;2019;2020;2021;2022
Totalt;251;263;270;262;281;290
Norr;160;166;171;168;178;181
Syd;91;97;99;94;103;109
T
for m in bottom-up top-down mint-ols mint-struct mint-shrink; do
  echo $m
  prognos forecast delar.csv --kind people --reconcile $m --horizon 3 --format csv -o $m.csv
  awk -F, '$3 == "forecast" { sum[$2] += $1 == "Totalt" ? $4 : -$4; whole += $4 == int($4) }
           END { for (y in sum) off += sum[y] != 0; print off + 0, whole }' $m.csv
done
prognos forecast delar.csv --kind people --reconcile mint-shrink --format table --lang en
