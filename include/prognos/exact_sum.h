/*
 * A sum of doubles without rounding: whatever the order in which they are added, and whatever sums
 * of parts are added up, it comes out the same. A fixed-point number wide enough for every double,
 * in digits of 32 bits: Neal, Fast exact summation using small and large superaccumulators,
 * arXiv:1505.05571, 2015 (the small one).
 */
#ifndef PROGNOS_EXACT_SUM_H
#define PROGNOS_EXACT_SUM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <prognos/buffer.h>

PRG_BEGIN_C

/* Doubles are whole multiples of 2^-1074 below 2^1024: 66 digits; one more holds what carries. */
#define PRG_EXACT_DIGITS 67

typedef struct prg_exact_sum {
  int64_t digit[PRG_EXACT_DIGITS]; /* of weight 2^(32 k - 1075), not yet carried */
  uint64_t n;                      /* since they were carried */
  bool positive_infinity, negative_infinity, not_a_number; /* was added */
} prg_exact_sum;                                           /* zeroed: nothing was added */

void prg_exact_sum_add(prg_exact_sum *sum, double value);
/* Adds all that was added to the other. */
void prg_exact_sum_join(prg_exact_sum *sum, const prg_exact_sum *other);
/* As a double, within one unit in the last place; NaN for a sum of both infinities or of a NaN. */
double prg_exact_sum_value(const prg_exact_sum *sum);

/* Appends it as one word of text: the same for the same sum. */
void prg_exact_sum_write(const prg_exact_sum *sum, prg_buffer *out);
/* Adds what such a word at *text says, and steps over it; false if it is none. */
bool prg_exact_sum_read(prg_exact_sum *sum, const char **text);

PRG_END_C

#endif
