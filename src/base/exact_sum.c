#include <prognos/exact_sum.h>

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define LOWEST (-1075)     /* exponent of the weight of digit 0 */
#define UNCARRIED_MAX 1000 /* each adds less than 2^53 to a digit */

/* Every digit but the last to 0 … 2^32 - 1: one way of writing each sum. */
static void carry(prg_exact_sum *sum) {
  for (size_t k = 0; k + 1 < PRG_EXACT_DIGITS; k++) {
    int64_t rest = sum->digit[k] & 0xffffffff;
    sum->digit[k + 1] += (sum->digit[k] - rest) / ((int64_t)1 << 32);
    sum->digit[k] = rest;
  }
  sum->n = 0;
}

void prg_exact_sum_add(prg_exact_sum *sum, double value) {
  uint64_t bits;
  memcpy(&bits, &value, sizeof bits);
  uint64_t fraction = bits & 0xfffffffffffff, exponent = bits >> 52 & 0x7ff;
  if (exponent == 0x7ff) {
    sum->not_a_number = sum->not_a_number || isnan(value);
    sum->positive_infinity = sum->positive_infinity || value > 0;
    sum->negative_infinity = sum->negative_infinity || value < 0;
    return;
  }
  /* value = ± mantissa 2^(place - 1075), place >= 1: its lowest bit is bit `shift` of digit k. */
  uint64_t mantissa = exponent == 0 ? fraction : fraction | (uint64_t)1 << 52;
  size_t place = exponent == 0 ? 1 : (size_t)exponent, k = place / 32, shift = place % 32;
  int64_t low = (int64_t)(mantissa << shift & 0xffffffff),
          high = (int64_t)(mantissa >> (32 - shift));
  bool negative = bits >> 63;
  sum->digit[k] += negative ? -low : low;
  sum->digit[k + 1] += negative ? -high : high;
  if (++sum->n == UNCARRIED_MAX)
    carry(sum);
}

void prg_exact_sum_join(prg_exact_sum *sum, const prg_exact_sum *other) {
  prg_exact_sum more = *other;
  carry(&more);
  carry(sum);
  for (size_t k = 0; k < PRG_EXACT_DIGITS; k++)
    sum->digit[k] += more.digit[k];
  sum->n = 1;
  sum->positive_infinity = sum->positive_infinity || more.positive_infinity;
  sum->negative_infinity = sum->negative_infinity || more.negative_infinity;
  sum->not_a_number = sum->not_a_number || more.not_a_number;
}

/* Makes a negative sum positive, so that no digits cancel when they are added up. */
static bool make_positive(prg_exact_sum *sum) {
  carry(sum);
  bool negative = sum->digit[PRG_EXACT_DIGITS - 1] < 0;
  for (size_t k = 0; negative && k < PRG_EXACT_DIGITS; k++)
    sum->digit[k] = -sum->digit[k];
  if (negative)
    carry(sum);
  return negative;
}

double prg_exact_sum_value(const prg_exact_sum *sum) {
  prg_exact_sum size = *sum;
  if (sum->not_a_number || (sum->positive_infinity && sum->negative_infinity))
    return NAN;
  if (sum->positive_infinity || sum->negative_infinity)
    return sum->positive_infinity ? INFINITY : -INFINITY;
  bool negative = make_positive(&size);
  double value = 0;
  for (size_t k = 0; k < PRG_EXACT_DIGITS; k++)
    value += ldexp((double)size.digit[k], 32 * (int)k + LOWEST);
  return negative ? -value : value;
}

/* "i", "m" and "n" for what is no number, then the digits from the lowest that is not 0, each
 * "k:digit", between full stops, and an "e". */
void prg_exact_sum_write(const prg_exact_sum *sum, prg_buffer *out) {
  prg_exact_sum carried = *sum;
  carry(&carried);
  if (sum->positive_infinity)
    prg_buffer_add_char(out, 'i');
  if (sum->negative_infinity)
    prg_buffer_add_char(out, 'm');
  if (sum->not_a_number)
    prg_buffer_add_char(out, 'n');
  for (size_t k = 0; k < PRG_EXACT_DIGITS; k++)
    if (carried.digit[k] != 0)
      prg_buffer_printf(out, "%zu:%" PRId64 ".", k, carried.digit[k]);
  prg_buffer_add_char(out, 'e');
}

/* "k:digit." into sum; false if it is something else, or out of range. */
static bool read_digit(prg_exact_sum *sum, const char **text) {
  char *end;
  if (**text < '0' || **text > '9')
    return false;
  unsigned long k = strtoul(*text, &end, 10);
  if (*end != ':' || k >= PRG_EXACT_DIGITS || !(end[1] == '-' || (end[1] >= '0' && end[1] <= '9')))
    return false;
  long long digit = strtoll(end + 1, &end, 10);
  bool last = k == PRG_EXACT_DIGITS - 1;
  if (*end != '.' || digit > 0xffffffff || digit < (last ? -0xffffffffLL : 0))
    return false;
  sum->digit[k] += digit;
  *text = end + 1;
  return true;
}

bool prg_exact_sum_read(prg_exact_sum *sum, const char **text) {
  prg_exact_sum read = {0};
  const char *at = *text;
  read.positive_infinity = *at == 'i' && at++;
  read.negative_infinity = *at == 'm' && at++;
  read.not_a_number = *at == 'n' && at++;
  for (size_t n = 0; n < PRG_EXACT_DIGITS && read_digit(&read, &at); n++)
    ;
  if (*at != 'e')
    return false;
  prg_exact_sum_join(sum, &read);
  *text = at + 1;
  return true;
}
