# Writes trends.csv, which the unit tests of the trends compare with:
#   Rscript tests/reference/trends.R > tests/reference/trends.csv
# R 4.2.2, MASS 7.3. Columns: case, quantity, value.
library(MASS)

say <- function(case, quantity, value)
  cat(sprintf("%s,%s,%.15g\n", case, quantity, value))

aicc <- function(fit) {
  k <- attr(logLik(fit), "df"); n <- length(residuals(fit))
  -2 * as.numeric(logLik(fit)) + 2 * k + 2 * k * (k + 1) / (n - k - 1)
}
durbin_watson <- function(e) sum(diff(e)^2) / sum(e^2)

coefficients_of <- function(case, table, interval) {
  for (i in seq_len(nrow(table))) {
    for (j in 1:4) say(case, paste0(c("estimate", "se", "t", "p")[j], i), table[i, j])
    say(case, paste0("lower", i), interval[i, 1])
    say(case, paste0("upper", i), interval[i, 2])
  }
}

line <- function(case, formula, data, ahead, jacobian = 0) {
  fit <- lm(formula, data); s <- summary(fit)
  coefficients_of(case, s$coefficients, confint(fit))
  say(case, "sigma", s$sigma); say(case, "r2", s$r.squared)
  say(case, "dw", durbin_watson(residuals(fit)))
  k <- length(coef(fit)) + 1; n <- nrow(data)
  loglik <- as.numeric(logLik(fit)) + jacobian
  say(case, "loglik", loglik)
  say(case, "aicc", -2 * loglik + 2 * k + 2 * k * (k + 1) / (n - k - 1))
  band <- predict(fit, data.frame(t = ahead), interval = "prediction", level = 0.95)
  say(case, "point", band[1]); say(case, "low", band[2]); say(case, "high", band[3])
}

gr <- data.frame(t = 1:6, y = c(168, 183, 198, 214, 240, 249))
line("linear", y ~ t, gr, 11)
line("quadratic", y ~ t + I(t^2), gr, 11)
line("log-linear", log(y) ~ t, gr, 11, -sum(log(gr$y)))
gap <- data.frame(t = c(1, 2, 4, 5, 6, 8, 9), y = c(31.7, 29.3, 27.9, 28.8, 24.1, 22.6, 19.3))
line("gap", y ~ t, gap, 12)

# Broken line: knot searched for from the third figure to the third from the end.
broken <- data.frame(t = 1:11, y = c(41, 43, 42, 45, 44, 51, 55, 64, 68, 77, 82))
rss <- function(k) deviance(lm(y ~ t + pmax(0, t - k), broken))
knots <- 3:9; best <- knots[which.min(sapply(knots, rss))]
fit <- lm(y ~ t + pmax(0, t - best), broken)
say("piecewise", "knot", best)
say("piecewise", "before", coef(fit)[2]); say("piecewise", "after", coef(fit)[2] + coef(fit)[3])
say("piecewise", "given_se_before", summary(fit)$coefficients[2, 2])
say("piecewise", "given_sigma", summary(fit)$sigma)
say("piecewise", "sigma", sqrt(deviance(fit) / (11 - 4)))
say("piecewise", "supf",
    (deviance(lm(y ~ t, broken)) - deviance(fit)) / (deviance(fit) / (11 - 3)))
noisy <- data.frame(t = 1:11, y = c(41, 44, 42, 48, 44, 47, 49, 57, 53, 58, 62))
sup_f <- function(y) {
  t <- 1:11
  r <- sapply(knots, function(k) deviance(lm(y ~ t + pmax(0, t - k))))
  (deviance(lm(y ~ t)) - min(r)) / (min(r) / 8)
}
set.seed(1)
say("piecewise", "noisy_p", mean(replicate(4000, sup_f(rnorm(11))) >= sup_f(noisy$y)))

# Theil-Sen: the definition, and Kendall's exact test.
ts <- c(12.3, 14.1, 13.2, 17.9, 15.4, 31.7, 18.8, 19.1)
pairs <- combn(8, 2)
slopes <- sort((ts[pairs[2, ]] - ts[pairs[1, ]]) / (pairs[2, ] - pairs[1, ]))
say("theil-sen", "slope", median(slopes))
say("theil-sen", "intercept", median(ts - median(slopes) * 1:8))
say("theil-sen", "p", cor.test(1:8, ts, method = "kendall", exact = TRUE)$p.value)
# T has the distribution of the concordant pairs: the largest l with P(T <= l - 1) <= 0.025
pk <- sapply(0:28, function(q) .Call(stats:::C_pKendall, q, 8))
l <- max(which(pk <= 0.025))
say("theil-sen", "lower", slopes[l]); say("theil-sen", "upper", slopes[29 - l])

# Growth curves.
gc <- data.frame(t = 1:10, y = c(13, 22, 31, 52, 71, 96, 108, 121, 124, 131))
logistic <- nls(y ~ K / (1 + exp(-r * (t - m))), gc, start = list(K = 140, r = 0.7, m = 5),
                control = list(tol = 1e-7))
gompertz <- nls(y ~ K * exp(-exp(-r * (t - m))), gc, start = list(K = 150, r = 0.4, m = 4),
                control = list(tol = 1e-7))
for (name in c("logistic", "gompertz")) {
  fit <- get(name); s <- summary(fit)
  for (j in 1:3) {
    say(name, paste0("estimate", j), s$coefficients[j, 1])
    say(name, paste0("se", j), s$coefficients[j, 2])
  }
  say(name, "sigma", s$sigma); say(name, "aicc", aicc(fit))
  say(name, "dw", durbin_watson(residuals(fit)))
}
b <- coef(logistic); v <- vcov(logistic); z <- exp(-b["r"] * (13 - b["m"])); f <- b["K"] / (1 + z)
g <- c(f / b["K"], f * z / (1 + z) * (13 - b["m"]), -f * z / (1 + z) * b["r"])
half <- qt(0.975, 7) * sqrt(summary(logistic)$sigma^2 + t(g) %*% v %*% g)
say("logistic", "point", f); say("logistic", "low", f - half); say("logistic", "high", f + half)

# Counts.
count <- function(case, fit, y) {
  s <- summary(fit)$coefficients
  coefficients_of(case, s, cbind(s[, 1] - qnorm(0.975) * s[, 2], s[, 1] + qnorm(0.975) * s[, 2]))
  say(case, "dispersion", sum(residuals(fit, "pearson")^2) / df.residual(fit))
  say(case, "loglik", as.numeric(logLik(fit))); say(case, "aicc", aicc(fit))
  say(case, "r2", 1 - fit$deviance / fit$null.deviance)
  say(case, "dw", durbin_watson(residuals(fit, "pearson")))
}
tight <- glm.control(epsilon = 1e-14, maxit = 100)
po <- data.frame(t = c(1:4, 6:9), y = c(4, 2, 7, 5, 9, 8, 14, 11))
fit <- glm(y ~ t, poisson, po, control = tight)
count("poisson", fit, po$y)
# The predictive distribution 3 periods ahead: the Poisson mixed with the normal of the log mean.
e <- predict(fit, data.frame(t = 12), se.fit = TRUE)
mixed <- function(y) integrate(function(x) ppois(y, exp(x)) * dnorm(x, e$fit, e$se.fit),
                               e$fit - 9 * e$se.fit, e$fit + 9 * e$se.fit, rel.tol = 1e-10)$value
for (y in c(5, 15, 30)) say("poisson", paste0("cdf", y), mixed(y))
say("poisson", "eta", e$fit); say("poisson", "eta_se", e$se.fit)
ex <- c(1, 1, 0.5, 1, 1, 1.7, 1, 0.25)
fit <- glm(y ~ t, poisson, po, offset = log(ex), control = tight)
count("poisson-exposure", fit, po$y)
say("poisson-exposure", "null", glm(y ~ 1, poisson, po, offset = log(ex), control = tight)$deviance)
e <- predict(glm(y ~ t + offset(log(ex)), poisson, cbind(po, ex), control = tight),
             data.frame(t = 12, ex = 1), se.fit = TRUE)
say("poisson-exposure", "eta", e$fit); say("poisson-exposure", "eta_se", e$se.fit)
nb <- data.frame(t = 1:12, y = c(3, 9, 1, 12, 5, 22, 4, 31, 9, 17, 48, 13))
fit <- glm.nb(y ~ t, nb, control = glm.control(epsilon = 1e-14, maxit = 200))
count("negative-binomial", fit, nb$y)
say("negative-binomial", "theta", fit$theta); say("negative-binomial", "theta_se", fit$SE.theta)
e <- predict(fit, data.frame(t = 14), se.fit = TRUE)
mixed <- function(y) integrate(function(x) pnbinom(y, fit$theta, mu = exp(x)) *
  dnorm(x, e$fit, e$se.fit), e$fit - 9 * e$se.fit, e$fit + 9 * e$se.fit, rel.tol = 1e-10)$value
for (y in c(0, 20, 90)) say("negative-binomial", paste0("cdf", y), mixed(y))
say("negative-binomial", "eta", e$fit); say("negative-binomial", "eta_se", e$se.fit)
ex <- c(rep(1, 4), 0.5, rep(1, 6), 0.4)
fit <- glm.nb(y ~ t + offset(log(ex)), cbind(nb, ex), control = glm.control(epsilon = 1e-14, maxit = 200))
count("negbin-exposure", fit, nb$y)
say("negbin-exposure", "theta", fit$theta); say("negbin-exposure", "theta_se", fit$SE.theta)
