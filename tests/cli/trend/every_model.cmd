for m in linear quadratic log-linear robust theil-sen piecewise logistic gompertz poisson negative-binomial; do
  prognos trend data/norrkoping_elever.csv --series Grundsärskola --model $m; echo "exit $?"
done
