# The rows of tests/bench/accuracy.c for R's forecast package: ets, auto.arima, thetaf and the mean of
# their point forecasts, on the same files, on all cores.
#   Rscript scripts/accuracy.R train.csv test.csv LAST SEASON [fits.csv]
# LAST 0: the whole training part. fits.csv: writes what tests/bench/bench_fits.c does, of R's fits.
suppressMessages(library(forecast))
library(parallel)
argument <- commandArgs(TRUE)
read <- function(path) {
  rows <- read.csv(path, colClasses = c("character", "character", "numeric"))
  split(rows$value, factor(rows$series, unique(rows$series)))
}
train <- read(argument[1]); test <- read(argument[2])
last <- as.integer(argument[3]); m <- as.integer(argument[4])

interval_score <- function(l, u, y) mean(u - l + 40 * pmax(l - y, 0) + 40 * pmax(y - u, 0))
smape <- function(y, f) mean(200 * abs(y - f) / (abs(y) + abs(f)))
arima_name <- function(fit) { # as prognos writes it
  a <- fit$arma
  seasonal <- if (sum(a[c(3, 4, 7)]) > 0) sprintf("(%d,%d,%d)[%d]", a[3], a[7], a[4], a[5]) else ""
  sprintf("ARIMA(%d,%d,%d)%s", a[1], a[6], a[2], seasonal)
}

methods <- list(
  ets = function(x, h) { fit <- ets(x); list(fit = fit, f = forecast(fit, h, level = c(80, 95))) },
  auto.arima = function(x, h) {
    fit <- auto.arima(x)
    list(fit = fit, f = forecast(fit, h, level = c(80, 95)))
  },
  thetaf = function(x, h) list(f = thetaf(x, h, level = c(80, 95))))

# One row per method: name, measures, and of a fit its time, model and AICc.
score <- function(name) {
  full <- train[[name]]; outcome <- test[[name]]; h <- length(outcome)
  q <- mean(abs(diff(full, lag = m)))
  if (!is.finite(q) || q == 0) return(NULL)
  x <- ts(if (last > 0) tail(full, last) else full, frequency = m)
  measure <- function(k, f) data.frame(
    series = name, method = k, smape = smape(outcome, f$mean), mase = mean(abs(outcome - f$mean)) / q,
    in80 = mean(outcome >= f$lower[, 1] & outcome <= f$upper[, 1]),
    in95 = mean(outcome >= f$lower[, 2] & outcome <= f$upper[, 2]),
    msis = interval_score(f$lower[, 2], f$upper[, 2], outcome) / q,
    naive_smape = smape(outcome, tail(full, 1)), naive_mase = mean(abs(outcome - tail(full, 1))) / q,
    seconds = NA, model = NA, criterion = NA)
  centre <- 0; rows <- NULL
  for (k in names(methods)) {
    time <- sum(system.time(g <- tryCatch(methods[[k]](x, h), error = function(e) NULL))[1:2])
    if (is.null(g)) return(NULL)
    row <- measure(k, g$f)
    row$seconds <- time
    if (is.numeric(g$fit$aicc)) { # ets() turns to HoltWinters() for the shortest
      row$criterion <- g$fit$aicc
      row$model <- if (k == "ets") g$fit$method else arima_name(g$fit)
    }
    rows <- rbind(rows, row)
    centre <- centre + g$f$mean / length(methods)
  }
  nothing <- matrix(NA_real_, h, 2)
  rbind(rows, measure("mean.of.three", list(mean = centre, lower = nothing, upper = nothing)))
}

rows <- do.call(rbind, mclapply(names(train), score, mc.cores = detectCores()))
figure <- function(x, digits) {
  if (is.null(x) || is.na(mean(x))) "–" else formatC(mean(x), format = "f", digits = digits)
}
for (k in unique(rows$method)) {
  s <- rows[rows$method == k, ]
  owa <- (mean(s$smape) / mean(s$naive_smape) + mean(s$mase) / mean(s$naive_mase)) / 2
  name <- basename(argument[1])
  if (last > 0) name <- paste0(name, ", last ", last)
  cat("|", name, "| R", k, "|", figure(s$smape, 2), "|", figure(s$mase, 3), "|", figure(owa, 3), "|",
      figure(s$in80, 3), "|", figure(s$in95, 3), "|", figure(s$msis, 1), "|", nrow(s), "|\n")
}
if (length(argument) > 4) {
  fits <- rows[!is.na(rows$criterion), c("series", "method", "seconds", "model", "criterion")]
  fits$method <- sub("auto.arima", "arima", fits$method, fixed = TRUE)
  names(fits)[4] <- "name"
  write.csv(fits, argument[5], row.names = FALSE, quote = c(1, 2, 4))
}
