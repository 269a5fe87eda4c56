# Writes tests/reference/arima.csv: what R makes of a few series by ARIMA. Columns:
# series,item,index,value. Run from the top folder:
#   Rscript tests/reference/arima.R > tests/reference/arima.csv
#
# auto.*   forecast's auto.arima with its defaults: order p, d, q, P, D, Q, constant; coefficients;
#          log-likelihood, AICc, sigma2, forecasts and their standard errors.
# exact.*  the same model and coefficients on the differenced series. There arima() is exact, while
#          on the series itself it gives the first d + mD states the variance kappa = 10^6 instead
#          of infinity: its likelihood is off by up to 0.003, its sigma2 by a per cent or so where
#          the series is short or twice differenced.
# fixed.*  arima() at given ARMA coefficients, the mean estimated (exact: no differences).
# gaps.*   the same with figures missing; differenced ones are subject to kappa.
# xreg.*   a regression with ARMA errors.
# event.*  auto.arima with a level or an outlier in a known period on as regressor: order and constant;
#          log-likelihood, the regressor's coefficient and standard error, forecasts and theirs.
# stl.*    stl(s.window = 11); strength: of the season, as nsdiffs has it; kpss: as ndiffs has it.
# The series are R's own data sets, and Norrköping's pupils (datasets/README.md).
suppressMessages(library(forecast))

rows <- function(series, item, values) {
  values <- as.numeric(values)
  cat(sprintf("%s,%s,%d,%.15g\n", series, item, seq_along(values), values), sep = "")
}

exact <- function(name, y, fit, order, seasonal, m) {
  w <- as.numeric(y)
  if (seasonal[2] > 0) w <- diff(w, lag = m)
  if (order[2] > 0) w <- diff(w, differences = order[2])
  arma <- fit$coef[seq_len(order[1] + order[3] + seasonal[1] + seasonal[3])]
  constant <- any(c("drift", "intercept") %in% names(fit$coef))
  again <- arima(ts(w, frequency = m), order = c(order[1], 0, order[3]),
                 seasonal = list(order = c(seasonal[1], 0, seasonal[3]), period = m),
                 include.mean = constant, fixed = c(arma, if (constant) NA),
                 transform.pars = FALSE, method = "ML")
  rows(name, "exact.loglik", again$loglik)
}

automatic <- function(name, y, h) {
  fit <- auto.arima(y)
  order <- fit$arma[c(1, 6, 2)]
  seasonal <- fit$arma[c(3, 7, 4)]
  narma <- sum(fit$arma[1:4])
  ahead <- forecast(fit, h = h, level = 95)
  rows(name, "season", frequency(y))
  rows(name, "y", y)
  rows(name, "auto.order", c(order, seasonal, length(fit$coef) > narma))
  rows(name, "auto.arma", fit$coef[seq_len(narma)])
  if (length(fit$coef) > narma) rows(name, "auto.constant", fit$coef[narma + 1])
  rows(name, "auto.loglik", fit$loglik)
  rows(name, "auto.aicc", fit$aicc)
  rows(name, "auto.sigma2", fit$sigma2)
  rows(name, "auto.forecast", ahead$mean)
  rows(name, "auto.se", (ahead$upper - ahead$mean) / qnorm(0.975))
  exact(name, y, fit, order, seasonal, frequency(y))
}

# ARMA coefficients fixed; order = c(p, d, q, P, D, Q, mean).
fixed <- function(name, item, y, order, arma) {
  fit <- arima(y, order = order[1:3],
               seasonal = list(order = order[4:6], period = frequency(y)),
               include.mean = order[7] == 1, fixed = c(arma, if (order[7] == 1) NA),
               transform.pars = FALSE, method = "ML")
  ahead <- predict(fit, n.ahead = 5)
  rows(name, paste0(item, ".order"), order)
  rows(name, paste0(item, ".arma"), arma)
  rows(name, paste0(item, ".loglik"), fit$loglik)
  rows(name, paste0(item, ".forecast"), ahead$pred)
  rows(name, paste0(item, ".se"), ahead$se / sqrt(fit$sigma2))
}

regression <- function(name, y, x, order, drift) {
  n <- length(y)
  fit <- Arima(y[1:(n - 5)], order = order, xreg = cbind(x = x[1:(n - 5)]), include.drift = drift,
               method = "ML")
  ahead <- forecast(fit, xreg = cbind(x = x[(n - 4):n]), level = 95)
  rows(name, "xreg.x", x)
  rows(name, "xreg.order", order)
  rows(name, "xreg.coef", fit$coef)
  rows(name, "xreg.loglik", fit$loglik)
  rows(name, "xreg.forecast", ahead$mean)
}

event <- function(name, y, kind, at, h) {
  n <- length(y)
  x <- as.numeric(if (kind == "level") seq_len(n) >= at else seq_len(n) == at)
  fit <- auto.arima(y, xreg = cbind(event = x))
  ahead <- forecast(fit, xreg = cbind(event = rep(if (kind == "level") 1 else 0, h)), level = 95)
  rows(name, paste0("event.", kind), at)
  rows(name, "event.order", c(fit$arma[c(1, 6, 2, 3, 7, 4)],
                              any(c("drift", "intercept") %in% names(fit$coef))))
  rows(name, "event.loglik", fit$loglik)
  rows(name, "event.size", c(fit$coef[["event"]], sqrt(fit$var.coef["event", "event"])))
  rows(name, "event.forecast", ahead$mean)
  rows(name, "event.se", (ahead$upper - ahead$mean) / qnorm(0.975))
}

cat("# R", as.character(getRversion()), "forecast", as.character(packageVersion("forecast")), "\n")
cat("series,item,index,value\n")
automatic("compulsory", ts(c(168, 183, 198, 214, 240, 249)), 5)
automatic("upper", ts(c(96, 112, 126, 131, 129, 126)), 5)
automatic("AirPassengers", AirPassengers, 24)
automatic("Nile", Nile, 10)
automatic("USAccDeaths", USAccDeaths, 24)
automatic("UKgas", UKgas, 8)
automatic("lynx", lynx, 10)
automatic("WWWusage", ts(as.numeric(WWWusage)), 10)

fixed("lynx", "fixed", lynx, c(3, 0, 2, 0, 0, 0, 1), c(0.61, 0.213, -0.317, 0.447, -0.172))
fixed("Nile", "fixed", Nile, c(0, 0, 3, 0, 0, 0, 1), c(0.417, 0.233, -0.149))
fixed("USAccDeaths", "fixed", USAccDeaths / 1000, c(1, 0, 1, 2, 0, 1, 1),
      c(0.731, -0.213, 0.517, 0.284, -0.369))
fixed("AirPassengers", "fixed", AirPassengers, c(2, 0, 1, 1, 0, 1, 1),
      c(0.541, 0.327, 0.413, 0.857, -0.219))

holes <- function(y, at) {
  y[at] <- NA
  y
}
fixed("Nile", "gaps", holes(Nile, c(4, 17, 18, 19, 57, 98, 99)), c(1, 0, 1, 0, 0, 0, 1),
      c(0.861, -0.519))
fixed("lynx", "gaps", holes(lynx, c(2, 33, 71:75, 113)), c(1, 1, 1, 0, 0, 0, 0), c(0.431, -0.273))
fixed("USAccDeaths", "gaps", holes(USAccDeaths / 1000, c(5, 14, 15, 40:43, 71)),
      c(0, 1, 1, 0, 1, 1, 0), c(-0.431, -0.553))

regression("Nile", Nile, as.numeric(time(Nile) >= 1899), c(1, 0, 1), FALSE)
regression("lynx", lynx, sin(seq_along(lynx) * 0.66), c(2, 1, 0), TRUE)

event("Nile", Nile, "level", 29, 10)
event("USAccDeaths", USAccDeaths, "level", 25, 12)
event("lynx", lynx, "pulse", 34, 10)
event("WWWusage", ts(as.numeric(WWWusage)), "pulse", 55, 10)

for (name in c("UKgas", "USAccDeaths")) {
  y <- get(name)
  fit <- stl(y, s.window = 11)
  rows(name, "stl.season", fit$time.series[, "seasonal"])
  rows(name, "stl.trend", fit$time.series[, "trend"])
  rows(name, "strength", forecast:::seas.heuristic(y))
}
for (name in c("Nile", "lynx", "WWWusage")) {
  y <- get(name)
  test <- urca::ur.kpss(as.numeric(y), type = "mu", use.lag = trunc(3 * sqrt(length(y)) / 13))
  rows(name, "kpss", test@teststat)
}
