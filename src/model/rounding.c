#include "model/rounding.h"

#include <math.h>
#include <stdbool.h>

static bool is_multiple(double value, double per_unit) {
  static const double rtol = 1e-9;
  double multiple = value * per_unit;
  return fabs(multiple - nearbyint(multiple)) <= rtol * fmax(fabs(multiple), 1) &&
         (value == 0 || fabs(multiple) >= 0.5);
}

double prg_rounding_unit(const double *value, size_t n) {
  enum { DECIMALS_MAX = 300 };
  int decimals = 0;
  for (size_t t = 0; t < n; t++)
    while (!isnan(value[t]) && decimals < DECIMALS_MAX && !is_multiple(value[t], pow(10, decimals)))
      decimals++;
  return pow(10, -decimals);
}

double prg_rounding_variance(double unit) {
  return unit * unit / 12;
}
