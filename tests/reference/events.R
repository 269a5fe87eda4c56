# Writes tests/reference/events.csv: lines with event dummies by R's lm. Columns: case,item,value.
# Run from the top folder:  Rscript tests/reference/events.R > tests/reference/events.csv
say <- function(case, item, value)
  cat(sprintf("%s,%s%d,%.15g\n", case, item, seq_along(value), as.numeric(value)), sep = "")

line <- function(case, formula, data, ahead) {
  fit <- lm(formula, data)
  say(case, "estimate", coef(fit))
  say(case, "se", summary(fit)$coefficients[, 2])
  say(case, "lower", confint(fit)[, 1])
  say(case, "upper", confint(fit)[, 2])
  say(case, "sigma", summary(fit)$sigma)
  say(case, "loglik", logLik(fit))
  band <- predict(fit, data.frame(t = ahead), interval = "prediction", level = 0.8)
  say(case, "point", band[, 1])
  say(case, "low", band[, 2])
  say(case, "high", band[, 3])
}

cat("# R", as.character(getRversion()), "\n")
y <- c(31.7, 29.3, 27.9, 28.8, 34.1, 42.6, 39.3, 38.8, 41.2, 36.5, 40.4, 44.7)
data <- data.frame(t = seq_along(y), y = y)
line("level", y ~ t + I(t >= 5), data, 13:15)
line("pulse", y ~ t + I(t == 6), data, 13:15)
line("slope", y ~ t + I(pmax(0, t - 4)), data, 13:15)
line("all", y ~ t + I(t >= 5) + I(t == 6) + I(pmax(0, t - 7)), data, 13:15)
gap <- data[-c(3, 9), ]
line("gap", y ~ t + I(t >= 5) + I(t == 6), gap, 13:15)
