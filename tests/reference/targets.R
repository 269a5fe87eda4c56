# Writes tests/reference/targets.csv: the outlooks and differences of `prognos target` by base R,
# mixtures by numerical integration, tests by R's own. Columns: name,item,value.
# Run from the top folder:  Rscript tests/reference/targets.R > tests/reference/targets.csv
row <- function(name, item, value) cat(sprintf("%s,%s,%.15g\n", name, item, value))

# The outlook of figures first + (0, 1, 2 …) with the probabilities f; p is that of the goal.
# A step other than 1: cases that come in parties of that size.
outlook <- function(name, first, f, goal, step = 1) {
  figure <- first + step * (seq_along(f) - 1)
  stopifnot(abs(sum(f) - 1) < 1e-6)
  for (p in c(10, 50, 90)) row(name, paste0("q", p), round(figure[which(cumsum(f) >= p / 100)[1]]))
  row(name, "mean", sum(f * figure))
  row(name, "probability", sum(f[goal(figure)]))
}

even <- function(name, k, part, goal)
  outlook(name, k, dnbinom(0:5000, size = k + 0.5, prob = part), goal)

mixed <- function(x, r, a, b)
  integrate(function(phi) dnbinom(x, size = r, prob = phi) * dbeta(phi, a, b), 0, 1,
            rel.tol = 1e-11, subdivisions = 2000)$value

profile <- function(name, k, months, before, after, goal, c = 1)
  outlook(name, k, sapply(0:1500, mixed, r = k / c + 0.5, a = months + before / c,
                          b = 12 - months + after / c), goal, c)

dispersion <- function(name, now, then) {
  test <- suppressWarnings(chisq.test(rbind(now, then)))
  row(name, "dispersion", test$statistic / test$parameter)
}

share <- function(name, k, n, of_year, goal) {
  m <- of_year - n
  f <- sapply(0:m, function(y)
    integrate(function(p) dbinom(y, m, p) * dbeta(p, k + 0.5, n - k + 0.5), 0, 1,
              rel.tol = 1e-11, subdivisions = 2000)$value)
  outlook(name, k, f, function(figure) goal(figure / of_year))
}

cat("# R", as.character(getRversion()), "\nname,item,value\n")
even("n", 7, 6 / 12, function(y) y > 17)
even("one", 1, 6 / 12, function(y) y >= 3)
even("none", 0, 4 / 12, function(y) y >= 1)
even("august", 143, 8 / 12, function(y) y <= 211)
even("range", 52, 7.5 / 12, function(y) y >= 74 & y <= 97)
profile("summer", 23, 6, 31, 9, function(y) y > 33)
profile("autumn", 23, 6, 9, 31, function(y) y > 90)
profile("few", 7, 6, 5, 12, function(y) y > 17)
profile("parties", 725, 6, 680, 599, function(y) y > 1279, 6.7)
outlook("even parties", 725, dnbinom(0:5000, size = 725 / 6.7 + 0.5, prob = 6 / 12),
        function(y) y > 1279, 6.7)
dispersion("visits", c(153, 118, 190, 131, 84, 49), c(140, 151, 139, 122, 97, 31))
share("half", 7, 21, 42, function(s) s > 17 / 81)
share("lopsided", 58, 61, 97, function(s) s >= 0.95)
share("empty", 0, 13, 29, function(s) s <= 0.05)

mean_of <- function(name, centre, scale, df, lower, upper) {
  row(name, "q10", centre + scale * qt(0.1, df))
  row(name, "q90", centre + scale * qt(0.9, df))
  row(name, "probability", pt((upper - centre) / scale, df) - pt((lower - centre) / scale, df))
}
# 37 waits of mean 11.3 and standard deviation 6.7 days in 8 months; rounded to whole days.
mean_of("wait", 11.3, sqrt((6.7^2 + 1 / 12) * (1 - 8 / 12) / 37), 36, -Inf, 10)
change <- c(1.7, -0.4, 2.9, 0.8)
mean_of("history", 78.6 + mean(change), sqrt((var(change) + 0.01 / 6) * (1 + 1 / 4)), 3, 80, Inf)

wilson <- function(k, n) prop.test(k, n, correct = FALSE)$conf.int
newcombe <- function(name, k, n) {
  p <- k / n
  w <- sapply(1:2, function(i) wilson(k[i], n[i]))
  row(name, "lower", p[1] - p[2] - sqrt((p[1] - w[1, 1])^2 + (w[2, 2] - p[2])^2))
  row(name, "upper", p[1] - p[2] + sqrt((w[2, 1] - p[1])^2 + (p[2] - w[1, 2])^2))
}
row("wilson", "lower", wilson(17, 81)[1])
row("wilson", "upper", wilson(17, 81)[2])
suppressWarnings(newcombe("shares", c(7, 17), c(21, 81)))
suppressWarnings(newcombe("newcombe", c(56, 48), c(70, 80))) # his example (a): .0524 to .3339
suppressWarnings(newcombe("alike", c(3, 0), c(34, 29)))

ratio <- function(name, k, time) {
  interval <- poisson.test(k, time, conf.level = 0.95)$conf.int
  row(name, "lower", interval[1])
  row(name, "upper", interval[2])
}
ratio("rate", c(7, 17), c(6, 12))
ratio("faster", c(143, 120), c(8, 12))
ratio("stopped", c(0, 9), c(5, 12))

exact <- function(n, mean, sd) mean + sd * as.vector(scale(seq_len(n)^1.3))
welch <- t.test(exact(37, 11.3, 6.7), exact(52, 14.9, 9.1))$conf.int
row("welch", "lower", welch[1])
row("welch", "upper", welch[2])
