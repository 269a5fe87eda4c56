# Forecasts of R's forecast package, written as prognos writes its own.
#   Rscript scripts/people.R train.csv HORIZON NAME     writes NAME.ets, NAME.auto.arima …
suppressMessages(library(forecast))
argument <- commandArgs(TRUE)
train <- read.csv(argument[1], colClasses = c("character", "numeric", "numeric"))
h <- as.integer(argument[2])
y <- split(train$value, factor(train$series, unique(train$series)))
level <- c(80, 95)
methods <- list(
  ets = function(x) forecast(ets(x), h, level = level),
  auto.arima = function(x) forecast(auto.arima(x), h, level = level),
  thetaf = function(x) thetaf(x, h, level = level),
  drift = function(x) rwf(x, h, drift = TRUE, level = level))
for (method in names(methods)) {
  rows <- lapply(names(y), function(name) {
    f <- tryCatch(methods[[method]](ts(y[[name]])), error = function(e) NULL)
    if (is.null(f)) return(NULL)
    data.frame(name, seq_len(h), "forecast", as.numeric(f$mean), as.numeric(f$lower[, 1]),
               as.numeric(f$upper[, 1]), as.numeric(f$lower[, 2]), as.numeric(f$upper[, 2]))
  })
  out <- paste0(argument[3], ".", method)
  writeLines("series,period,kind,value,lower_80,upper_80,lower_95,upper_95", out)
  write.table(do.call(rbind, rows), out, append = TRUE, sep = ",", quote = FALSE, row.names = FALSE,
              col.names = FALSE)
}
