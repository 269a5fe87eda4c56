# Time of ets, auto.arima and thetaf with their forecasts, beside prognos on the same walks.
#   Rscript scripts/bench-speed.R walks.csv ours.csv
# ours.csv is what tests/bench/bench_forecast.c prints, walks.csv what it prints for `series`.
suppressMessages(library(forecast))
argument <- commandArgs(TRUE)
walks <- read.csv(argument[1], colClasses = c("character", "character", "numeric"))
ours <- read.csv(argument[2])
methods <- list(ets = function(x) forecast(ets(x), h = 5), arima = function(x) forecast(auto.arima(x), h = 5),
                theta = function(x) thetaf(x, h = 5))
time <- function(n, season, method) {
  y <- split(walks$value, walks$series)
  y <- lapply(y[lengths(y) == n], ts, frequency = season)
  for (x in y[1:2]) method(x) # R compiles what it runs a second time
  sum(system.time(for (x in y) method(x))[1:2]) / length(y)
}
shown <- function(seconds) format(1e6 * seconds, digits = 3, big.mark = " ", scientific = FALSE)
cat("| one forecast of", " | prognos pooled, µs | ets, µs | R's ets | ratio | arima, µs | R's auto.arima | ratio |",
    " theta, µs | R's thetaf | ratio | R's ets / pooled |\n|", strrep("---|", 12), "\n", sep = "")
for (n in unique(ours$n)) {
  o <- ours[ours$n == n, ]; season <- o$season[1]
  of <- function(model) o$seconds[o$model == model]
  cat("|", n, if (season > 1) "months" else "years", "|", shown(of("pooled")))
  for (k in names(methods)) {
    theirs <- time(n, season, methods[[k]])
    if (k == "ets") ets <- theirs
    cat(" |", shown(of(k)), "|", shown(theirs), "|", round(theirs / of(k)))
  }
  cat(" |", round(ets / of("pooled")), "|\n")
}
