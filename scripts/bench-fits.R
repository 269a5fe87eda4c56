# The fits of prognos beside R's, of the same series: time, and which has the lower AICc.
#   Rscript scripts/bench-fits.R NAME ours.csv theirs.csv
# Both files are as tests/bench/bench_fits.c writes them. AICc of arima compares only between models
# of the same differences; "other choice" counts those of another form or order.
argument <- commandArgs(TRUE)
both <- merge(read.csv(argument[2]), read.csv(argument[3]), by = c("series", "method"))
differences <- function(name) sub("ARIMA\\([0-9]+,([0-9]+),[0-9]+\\)(\\([0-9]+,([0-9]+).*)?", "\\1 \\3", name)
for (method in c("ets", "arima")) {
  b <- both[both$method == method, ]
  alike <- if (method == "ets") rep(TRUE, nrow(b)) else differences(b$name.x) == differences(b$name.y)
  gain <- (b$criterion.y - b$criterion.x)[alike]
  cat(sprintf("| %s | %s | %d | %.3g | %.3g | %.0f | %d | %d | %d | %.2f |\n", argument[1], method, nrow(b),
              1e3 * mean(b$seconds.x), 1e3 * mean(b$seconds.y), sum(b$seconds.y) / sum(b$seconds.x),
              sum(b$name.x != b$name.y), sum(gain > 0.05), sum(gain < -0.05), mean(gain)))
}
