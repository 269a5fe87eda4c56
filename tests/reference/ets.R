# Writes what R's forecast package makes of each form of exponential smoothing, for test_ets.c:
#   Rscript tests/reference/ets.R > tests/reference/ets.csv
# R 4.2.2, forecast 8.20. The series are R's own data sets (package datasets), and two rows of
# datasets/norrkoping_elever.csv. Columns: series,season,form,item,values (blank between values).
#   y        the figures
#   loglik   as ets() has it: without n/2 (1 + log 2 pi - log n)
#   smoothing alpha beta gamma phi, 0 0 0 1 where the form has none; sigma2 with n - parameters
#   first, last  states before the first and after the last period: l, b, s1 (newest) ... sm
#   mean, sd forecasts h = 1 ... of forecast.ets
# A row with the form "best" names the form that ets() chooses, under the item "name".
suppressMessages(library(forecast))

say <- function(name, y, form, item, values) {
  text <- if (is.character(values)) values else paste(sprintf("%.12g", values), collapse = " ")
  cat(sprintf("%s,%d,%s,%s,%s\n", name, as.integer(frequency(y)), form, item, text))
}

or <- function(par, name, none) if (name %in% names(par)) par[[name]] else none

describe <- function(name, y, form, fit, season) {
  say(name, y, form, "loglik", fit$loglik)
  say(name, y, form, "smoothing", c(or(fit$par, "alpha", 0), or(fit$par, "beta", 0),
                                    or(fit$par, "gamma", 0), or(fit$par, "phi", 1)))
  states <- as.matrix(fit$states)
  say(name, y, form, "first", states[1, ])
  say(name, y, form, "last", states[nrow(states), ])
}

predict_form <- function(name, y, form, fit) {
  h <- 2 * frequency(y) + 3
  ahead <- forecast(fit, h = h, level = 95)
  say(name, y, form, "sigma2", fit$sigma2)
  say(name, y, form, "mean", ahead$mean)
  say(name, y, form, "sd", (ahead$upper[, 1] - ahead$lower[, 1]) / 2 / qnorm(0.975))
}

forms <- function(y) {
  seasons <- if (frequency(y) > 1) c("N", "A", "M") else "N"
  all <- expand.grid(error = c("A", "M"), trend = c("N", "A", "Ad"), season = seasons,
                     stringsAsFactors = FALSE)
  all[!(all$error == "A" & all$season == "M"), ]
}

reference <- function(name, y) {
  say(name, y, "-", "y", y)
  all <- forms(y)
  for (i in seq_len(nrow(all))) {
    damped <- all$trend[i] == "Ad"
    trend <- substr(all$trend[i], 1, 1)
    form <- paste0(all$error[i], all$trend[i], all$season[i])
    if (length(y) > 10) {
      fit <- ets(y, model = paste0(all$error[i], trend, all$season[i]), damped = damped)
      describe(name, y, form, fit)
      predict_form(name, y, form, fit)
    } else { # ets() turns to HoltWinters() here; its own likelihood fit is this one
      fit <- forecast:::etsmodel(y, all$error[i], trend, all$season[i], damped,
                                 lower = c(rep(1e-04, 3), 0.8), upper = c(rep(0.9999, 3), 0.98),
                                 opt.crit = "lik", nmse = 3, bounds = "both")
      if (is.finite(fit$aic)) describe(name, y, form, fit)
    }
  }
  if (length(y) > 10) {
    best <- ets(y)$components
    say(name, y, "best", "name",
        paste0(best[1], best[2], if (best[4] == "TRUE") "d" else "", best[3]))
  }
}

for (name in c("AirPassengers", "Nile", "USAccDeaths", "UKgas", "lynx", "WWWusage"))
  reference(name, get(name))
reference("grundsarskola", ts(c(168, 183, 198, 214, 240, 249), start = 2017))
reference("gymnasiesarskola", ts(c(96, 112, 126, 131, 129, 126), start = 2017))
