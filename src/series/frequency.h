/* Periods as --frequency wants them. */
#ifndef SERIES_FREQUENCY_H
#define SERIES_FREQUENCY_H

#include <prognos/period.h>

/* Years become school years, and dates the periods they are in; PRG_FREQUENCY_COUNT, and a bare
 * index, leave the period as it is. False if it cannot become what is wanted. */
bool frequency_apply(prg_frequency wanted, prg_period *period);

/* How often dates are that stand this many days apart: one a year, quarter or month; else PRG_DAY.
 */
prg_frequency frequency_of_days(long long days);

/* True if the text is the number `before` or the next one, beyond 999: there a bare index goes on,
 * though the same number alone is read as a year. */
bool frequency_counts_on(const char *text, size_t n, int before, prg_period *period);

#endif
