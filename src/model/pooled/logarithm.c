#include "model/pooled/logarithm.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

#include "base/clones.h"

static inline uint64_t bits_of(double x) {
  uint64_t bits;
  memcpy(&bits, &x, sizeof bits);
  return bits;
}

static inline double from_bits(uint64_t bits) {
  double x;
  memcpy(&x, &bits, sizeof x);
  return x;
}

/*
 * x = m 2^k, √½ <= m < √2;  log m = 2 artanh f = 2 f Σ f^(2i)/(2i + 1),  f = (m − 1)/(m + 1),
 * f² < 0.0295. k is made a double by its bits, as an integer above 2^52 is: vectors can do that.
 */
PRG_CLONES
void prg_logarithms(size_t n, const double *restrict x, double *restrict y) {
  const uint64_t root_half = 0x3fe6a09e667f3bcdU, one = 0x3ff0000000000000U;
  const uint64_t large = 0x4330000000000000U; /* 2^52 */
  for (size_t i = 0; i < n; i++) {
    uint64_t bits = bits_of(x[i]), exponent = (bits - root_half + one) >> 52;
    double k = from_bits(exponent | large) - (0x1p52 + 1023);
    double m = from_bits(bits - (exponent << 52) + one);
    double f = (m - 1) / (m + 1), s = f * f;
    double tail = s * (1. / 15 + s * (1. / 17 + s * (1. / 19 + s * (1. / 21))));
    double sum =
        1. / 3 + s * (1. / 5 + s * (1. / 7 + s * (1. / 9 + s * (1. / 11 + s * (1. / 13 + tail)))));
    y[i] = k * M_LN2 + (2 * f + 2 * f * s * sum);
  }
}
