# How right forecasts are: awk -v what=NAME -f score.awk TRAIN OUTCOME FORECAST prints a row of a
# Markdown table; -v heading=1 alone its heading. TRAIN and OUTCOME are series,period,value, FORECAST
# is what forecast writes. Measures as in tests/bench/accuracy.c: means over a series' periods, then
# over the series; scaled by the mean absolute change of TRAIN; OWA with the last figure as 1.
BEGIN {
  FS = ","
  if (heading) {
    print "| | sMAPE | MASE | OWA | in 80 % | in 95 % | MSIS | n |"
    print "|---|---|---|---|---|---|---|---|"
    exit
  }
}
FNR == 1 { file++; next }
function size(x) { return x < 0 ? -x : x }
function smape(y, f) { return y == f ? 0 : 200 * size(y - f) / (size(y) + size(f)) }
file == 1 {
  if ($1 in last) { change[$1] += size($3 - last[$1]); changes[$1]++ }
  last[$1] = $3
}
file == 2 { outcome[$1, ++periods[$1]] = $3 }
file == 3 && $3 == "forecast" && ++ahead[$1] <= periods[$1] && change[$1] > 0 {
  y = outcome[$1, ahead[$1]]; q = change[$1] / changes[$1]; share = 1 / periods[$1]
  if (ahead[$1] == 1) n++
  sum_smape += share * smape(y, $4); naive_smape += share * smape(y, last[$1])
  sum_mase += share * size(y - $4) / q; naive_mase += share * size(y - last[$1]) / q
  in80 += share * ($5 <= y && y <= $6); in95 += share * ($7 <= y && y <= $8)
  msis += share * ($8 - $7 + (y < $7 ? 40 * ($7 - y) : y > $8 ? 40 * (y - $8) : 0)) / q
}
END {
  if (!heading && n > 0)
    printf "| %s | %.2f | %.3f | %.3f | %.3f | %.3f | %.1f | %d |\n", what, sum_smape / n, sum_mase / n,
      (sum_smape / naive_smape + sum_mase / naive_mase) / 2, in80 / n, in95 / n, msis / n, n
}
