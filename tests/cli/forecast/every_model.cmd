for m in pooled naive seasonal-naive mean drift ses holt damped theta linear quadratic log-linear robust theil-sen piecewise logistic gompertz poisson negative-binomial; do
  prognos forecast data/norrkoping_elever.csv --series Gymnasiesärskola --model $m --horizon 1 | tail -n 1
done
