# Writes tests/reference/structural.csv: structural models by R. Columns: series,item,index,value.
# Run from the top folder:  Rscript tests/reference/structural.R > tests/reference/structural.csv
#
# struct.*: what StructTS reports. Its start is diffuse for the level only: StructTS fills the whole
# covariance of the start with one number, which ties slope and season to the level, so that for
# "trend" and "BSM" it is another model than the textbook's.
# diffuse.*: the maximum for a start with large independent variances, by optim on R's own
# KalmanLike from several starts; the log-likelihood without the terms of the start's variance.
suppressMessages(library(forecast))

rows <- function(series, item, values) {
  values <- as.numeric(values)
  cat(sprintf("%s,%s,%d,%.15g\n", series, item, seq_along(values), values), sep = "")
}

model <- function(y, type) { # with unit variances; StructTS's matrices
  m <- if (type == "BSM") frequency(y) else 1
  d <- c(level = 1, trend = 2, BSM = m + 1)[[type]]
  T <- diag(d)
  if (d > 1) T[1, 2] <- 1
  Z <- c(1, rep(0, d - 1))
  V <- diag(d)
  if (type == "BSM") {
    T[3:d, 3:d] <- 0
    T[3, 3:d] <- -1
    if (m > 2) T[cbind(4:d, 3:(d - 1))] <- 1
    Z[3] <- 1
    if (d > 3) V[cbind(4:d, 4:d)] <- 0
  }
  list(Z = Z, a = c(y[!is.na(y)][1], rep(0, d - 1)), P = matrix(0, d, d), T = T, V = V, h = 0,
       Pn = matrix(0, d, d))
}

diffuse <- function(y, type) {
  mod <- model(y, type)
  d <- length(mod$Z)
  k <- c(level = 1, trend = 2, BSM = 3)[[type]]
  vx <- var(as.numeric(y), na.rm = TRUE)
  kappa <- 1e7 * vx
  mod$P <- kappa * diag(d)
  n <- sum(!is.na(y))
  set <- function(p) {
    v <- exp(p) * vx
    mod$V[cbind(1:k, 1:k)] <- v[1:k]
    mod$h <- v[k + 1]
    mod
  }
  minus <- function(p) {
    value <- KalmanLike(as.numeric(y), set(pmin(pmax(p, -30), 10)), nit = -1L)
    # Lik is (log s2 + mean log F)/2, for a scale that is concentrated out: undone here
    value <- n / 2 * (value$s2 + 2 * value$Lik - log(value$s2))
    if (is.finite(value)) value else 1e10
  }
  best <- list(value = Inf)
  for (start in list(rep(-3, k + 1), c(rep(-6, k), -1), c(-1, rep(-8, k)), c(-2, -6, rep(-2, k - 1)))) {
    fit <- optim(start, minus, control = list(maxit = 20000, reltol = 1e-15))
    for (again in 1:3) fit <- optim(fit$par, minus, control = list(maxit = 20000, reltol = 1e-15))
    if (fit$value < best$value) best <- fit
  }
  list(variances = exp(pmax(best$par, -30)) * vx,
       loglik = -best$value - n / 2 * log(2 * pi) + d / 2 * log(2 * pi * kappa),
       mod = set(best$par))
}

reference <- function(name, y, types) {
  rows(name, "season", frequency(y))
  rows(name, "y", y)
  for (type in types) {
    if (type == "level" && !anyNA(y)) { # R's value without the term of its start
      fit <- StructTS(y, type)
      first <- 1e6 * var(as.numeric(y)) / 100 + sum(fit$coef)
      rows(name, "struct.level", c(fit$coef, fit$loglik + log(2 * pi * first) / 2))
    } else if (!anyNA(y)) {
      rows(name, paste0("struct.", type), StructTS(y, type)$coef)
    }
    fit <- diffuse(y, type)
    rows(name, paste0("diffuse.", type), c(fit$variances, fit$loglik))
    run <- KalmanRun(as.numeric(y), fit$mod, nit = -1L, update = TRUE)
    ahead <- KalmanForecast(5, attr(run, "mod"))
    rows(name, paste0("mean.", type), ahead$pred)
    rows(name, paste0("variance.", type), ahead$var)
  }
}

cat("# R", as.character(getRversion()), "\n")
cat("series,item,index,value\n")
gaps <- Nile
gaps[c(7, 8, 31, 60:64)] <- NA
reference("Nile", Nile, c("level", "trend"))
reference("gaps", gaps, c("level", "trend"))
reference("LakeHuron", LakeHuron, c("level", "trend"))
reference("uspop", ts(as.numeric(uspop)), c("level", "trend"))
reference("compulsory", ts(c(168, 183, 198, 214, 240, 249)), c("level", "trend"))
reference("upper", ts(c(96, 112, 126, 131, 129, 126)), c("level", "trend"))
reference("UKgas", log10(UKgas), c("level", "trend", "BSM"))
reference("USAccDeaths", USAccDeaths, "BSM")
reference("lynx", lynx, c("level", "trend"))
reference("WWWusage", ts(as.numeric(WWWusage)), c("level", "trend"))
reference("AirPassengers", log10(AirPassengers), "BSM")
