# Writes tests/reference/intermittent.csv: Croston's method by R's forecast package, and that of
# Teunter, Syntetos and Babai by the formulas of their article. Columns: series,item,index,value.
# Run from the top folder:  Rscript tests/reference/intermittent.R > tests/reference/intermittent.csv
suppressMessages(library(forecast))

rows <- function(series, item, values)
  cat(sprintf("%s,%s,%d,%.15g\n", series, item, seq_along(values), as.numeric(values)), sep = "")

tsb <- function(y, alpha = 0.1) {
  p <- mean(y > 0)
  z <- if (any(y > 0)) mean(y[y > 0]) else 0
  for (value in y) {
    p <- p + alpha * ((value > 0) - p)
    if (value > 0) z <- z + alpha * (value - z)
  }
  c(p, z)
}

reference <- function(name, y) {
  rows(name, "y", y)
  fit <- croston(ts(y), h = 3)
  stopifnot(all(fit$mean == fit$mean[1]))
  rows(name, "croston.rate", fit$mean[1])
  if (sum(y > 0) > 1) {
    rows(name, "croston.size", fit$model$demand$mean[1])
    rows(name, "croston.interval", fit$model$period$mean[1])
  }
  rows(name, "tsb", tsb(y))
}

cat("# R", as.character(getRversion()), "forecast", as.character(packageVersion("forecast")), "\n")
cat("series,item,index,value\n")
set.seed(20221015)
reference("sparse", rpois(60, 0.3))
reference("clumped", ifelse(runif(48) < 0.25, 1 + rnbinom(48, size = 0.8, mu = 6), 0))
reference("dying", c(3, 0, 2, 5, 0, 1, 4, 0, 2, 0, 0, 1, rep(0, 14)))
reference("late", c(0, 0, 0, 0, 2, 0, 7, 1, 0, 3))
reference("once", c(0, 0, 0, 6, 0, 0, 0))
reference("never", rep(0, 6))
reference("always", c(4, 7, 3, 5, 9, 4))
