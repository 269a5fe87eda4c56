# Random numbers that are the same in every awk: Park and Miller's generator (Comm. ACM 31, 1988).

function uniform() {
  random_state = random_state == 0 ? 20170 : random_state
  random_state = random_state * 16807 % 2147483647
  return random_state / 2147483647
}

function normal() {
  return sqrt(-2 * log(uniform())) * cos(6.283185307179586 * uniform())
}

# A whole number from a normal distribution, not below 0.
function rounded(mean, variance,    n) {
  n = int(mean + sqrt(variance) * normal() + .5)
  return n > 0 ? n : 0
}

function poisson(mean,    n, product) {
  if (mean > 30) return rounded(mean, mean)
  product = uniform()
  for (n = 0; product > exp(-mean); n++) product *= uniform()
  return n
}

# How many of n stay if each does so with probability p.
function staying(n, p,    i, kept) {
  if (n > 40) {
    kept = rounded(n * p, n * p * (1 - p))
    return kept < n ? kept : n
  }
  for (i = 0; i < n; i++) kept += uniform() < p
  return kept + 0
}
