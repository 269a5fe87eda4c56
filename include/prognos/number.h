/*
 * Numbers in and out, the same in every locale. Parsing is exact (correctly rounded); printing is
 * either for machines (decimal point, no grouping) or for people (the language's own marks).
 */
#ifndef PROGNOS_NUMBER_H
#define PROGNOS_NUMBER_H

#include <stdbool.h>
#include <stddef.h>

#include <prognos/buffer.h>
#include <prognos/text.h>

PRG_BEGIN_C

#define PRG_NUMBER_BYTES 640 /* room for any double with up to 20 decimals, grouped */

/*
 * Reads the whole of string[0..n) as a number: optional sign (+, -, U+2212), digits, optionally the
 * decimal mark ('.' or ',') and digits, optionally an exponent. No blanks, no grouping, no hex, no
 * words. Returns false, and leaves *value alone, if anything else is there, or if it is too large.
 */
bool prg_number_parse(const char *string, size_t n, char decimal, double *value);

/*
 * What prg_number_parse does with digits alone, 1 to 15 of them, in line: most figures of a panel
 * are such, and a loop over all its cells should not call for them. False if the text is anything
 * else.
 */
static inline bool prg_number_whole(const char *string, size_t n, double *value) {
  long long whole = 0;
  if (n == 0 || n > 15)
    return false;
  for (size_t i = 0; i < n; i++) {
    unsigned digit = (unsigned)(unsigned char)string[i] - '0';
    if (digit > 9)
      return false;
    whole = whole * 10 + (long long)digit;
  }
  *value = (double)whole;
  return true;
}

/* The shortest text that reads back as the same double: 168, 0.1, 1e+300. Returns its length. */
size_t prg_number_shortest(char text[PRG_NUMBER_BYTES], double value);

/* At most `digits` significant digits (1..17), decimal point, no trailing zeros; for machines. */
size_t prg_number_significant(char text[PRG_NUMBER_BYTES], double value, int digits);

/*
 * For people: rounded to `decimals` (0..20) with the language's decimal mark, and digits grouped by
 * three with a no-break space (sv) or a comma (en) from 10 000 on, minus as U+2212. With
 * decimals = -1, as few decimals as tell the number apart, at most 6. Never "-0".
 */
size_t prg_number_people(char text[PRG_NUMBER_BYTES], double value, int decimals,
                         prg_language language);

/* The same two, appended to a buffer. */
void prg_buffer_add_shortest(prg_buffer *buffer, double value);
void prg_buffer_add_significant(prg_buffer *buffer, double value, int digits);
void prg_buffer_add_people(prg_buffer *buffer, double value, int decimals, prg_language language);
/* A share for people: 0.16 is "16 %" (sv, with a no-break space) or "16%" (en). */
void prg_buffer_add_per_cent(prg_buffer *buffer, double share, int decimals, prg_language language);

PRG_END_C

#endif
