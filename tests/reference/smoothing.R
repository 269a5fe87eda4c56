# Writes tests/reference/smoothing.csv: what R's forecast package makes of a few series by simple,
# Holt, damped and Theta smoothing. Columns: series,item,index,value. Run from the top folder:
#   Rscript tests/reference/smoothing.R > tests/reference/smoothing.csv
suppressMessages(library(forecast))

row <- function(series, item, index, value)
  cat(sprintf("%s,%s,%d,%.15g\n", series, item, index, value), sep = "")

rows <- function(series, item, values) {
  values <- as.numeric(values)
  row(series, item, seq_along(values), values)
}

reference <- function(name, y, h) {
  row(name, "season", 1L, frequency(y))
  rows(name, "y", y)
  plain <- ts(as.numeric(y))
  if (length(y) >= 10) # below, R falls back on another method than maximum likelihood
  for (form in list(c("ses", "ANN", FALSE), c("holt", "AAN", FALSE), c("damped", "AAN", TRUE))) {
    fit <- tryCatch(ets(plain, model = form[2], damped = as.logical(form[3])),
                    error = function(e) NULL)
    if (is.null(fit)) next
    row(name, paste0(form[1], ".loglik"), 1L, fit$loglik)
    for (parameter in c("alpha", "beta", "phi"))
      if (parameter %in% names(fit$par))
        row(name, paste0(form[1], ".", parameter), 1L, fit$par[[parameter]])
    rows(name, paste0(form[1], ".forecast"), forecast(fit, h = h)$mean)
  }
  fit <- thetaf(y, h = h)
  row(name, "theta.alpha", 1L, fit$model$alpha)
  row(name, "theta.drift", 1L, fit$model$drift)
  rows(name, "theta.forecast", fit$mean)
}

cat("# R", as.character(getRversion()), "forecast", as.character(packageVersion("forecast")), "\n")
cat("series,item,index,value\n")
reference("compulsory", ts(c(168, 183, 198, 214, 240, 249)), 5)
reference("upper", ts(c(96, 112, 126, 131, 129, 126)), 5)
reference("Nile", Nile, 5)
reference("LakeHuron", LakeHuron, 5)
reference("WWWusage", ts(as.numeric(WWWusage)), 5)
reference("uspop", ts(as.numeric(uspop)), 5)
reference("UKgas", window(UKgas, start = c(1975, 1)), 6)
reference("nottem", window(nottem, start = c(1932, 1)), 14)
reference("AirPassengers", AirPassengers, 14)
reference("USAccDeaths", USAccDeaths, 14)
reference("lynx", lynx, 5)
