#include "forecast/random_effects.h"

#include <math.h>

static double weighted_mean(const double *estimate, const double *variance, size_t n,
                            double between) {
  double sum = 0, weights = 0;
  for (size_t i = 0; i < n; i++) {
    double w = 1 / (variance[i] + between);
    sum += w * estimate[i];
    weights += w;
  }
  return sum / weights;
}

random_effects random_effects_fit(const double *estimate, const double *variance, size_t n) {
  double m = weighted_mean(estimate, variance, n, 0), q = 0, weights = 0, squares = 0;
  for (size_t i = 0; i < n; i++) {
    double w = 1 / variance[i];
    q += w * (estimate[i] - m) * (estimate[i] - m);
    weights += w;
    squares += w * w;
  }
  random_effects fit = {.between = fmax(0, (q - (double)(n - 1)) / (weights - squares / weights))};
  fit.mean = weighted_mean(estimate, variance, n, fit.between);
  return fit;
}

double random_effects_weight(const random_effects *fit, double variance) {
  return fit->between / (fit->between + variance);
}
