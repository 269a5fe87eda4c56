# The rows of tests/bench/accuracy.c for R's forecast package: ets, auto.arima, thetaf and the mean of
# their point forecasts, on the same files.
#   Rscript scripts/accuracy.R train.csv test.csv LAST SEASON     (LAST 0: the whole training part)
suppressMessages(library(forecast))
argument <- commandArgs(TRUE)
train <- read.csv(argument[1], colClasses = c("character", "character", "numeric"))
test <- read.csv(argument[2], colClasses = c("character", "character", "numeric"))
last <- as.integer(argument[3]); m <- as.integer(argument[4])
y <- split(train$value, factor(train$series, unique(train$series)))
z <- split(test$value, factor(test$series, unique(test$series)))

interval_score <- function(l, u, y) mean(u - l + 40 * pmax(l - y, 0) + 40 * pmax(y - u, 0))
smape <- function(y, f) mean(200 * abs(y - f) / (abs(y) + abs(f)))

methods <- list(
  ets = function(x, h) forecast(ets(x), h, level = c(80, 95)),
  auto.arima = function(x, h) forecast(auto.arima(x), h, level = c(80, 95)),
  thetaf = function(x, h) thetaf(x, h, level = c(80, 95)))
row <- function() list(smape = NULL, mase = NULL, in80 = NULL, in95 = NULL, msis = NULL)
score <- c(lapply(methods, function(f) row()), list(mean.of.three = row()))
naive_smape <- NULL; naive_mase <- NULL
for (name in names(y)) {
  full <- y[[name]]; outcome <- z[[name]]; h <- length(outcome)
  q <- mean(abs(diff(full, lag = m)))
  if (!is.finite(q) || q == 0) next
  x <- ts(if (last > 0) tail(full, last) else full, frequency = m)
  got <- lapply(methods, function(f) tryCatch(f(x, h), error = function(e) NULL))
  if (any(sapply(got, is.null))) next
  naive_smape <- c(naive_smape, smape(outcome, tail(full, 1)))
  naive_mase <- c(naive_mase, mean(abs(outcome - tail(full, 1))) / q)
  centre <- sapply(got, function(g) as.numeric(g$mean))
  for (k in names(methods)) {
    g <- got[[k]]; s <- score[[k]]
    s$smape <- c(s$smape, smape(outcome, g$mean)); s$mase <- c(s$mase, mean(abs(outcome - g$mean)) / q)
    s$in80 <- c(s$in80, mean(outcome >= g$lower[, 1] & outcome <= g$upper[, 1]))
    s$in95 <- c(s$in95, mean(outcome >= g$lower[, 2] & outcome <= g$upper[, 2]))
    s$msis <- c(s$msis, interval_score(g$lower[, 2], g$upper[, 2], outcome) / q)
    score[[k]] <- s
  }
  centre <- rowMeans(matrix(centre, nrow = h))
  score$mean.of.three$smape <- c(score$mean.of.three$smape, smape(outcome, centre))
  score$mean.of.three$mase <- c(score$mean.of.three$mase, mean(abs(outcome - centre)) / q)
}
figure <- function(x, digits) if (is.null(x)) "–" else formatC(mean(x), format = "f", digits = digits)
for (k in names(score)) {
  s <- score[[k]]
  owa <- (mean(s$smape) / mean(naive_smape) + mean(s$mase) / mean(naive_mase)) / 2
  cat("|", basename(argument[1]), "| R", k, "|", figure(s$smape, 2), "|", figure(s$mase, 3), "|",
      figure(owa, 3), "|", figure(s$in80, 3), "|", figure(s$in95, 3), "|", figure(s$msis, 1), "|",
      length(s$smape), "|\n")
}
