/* Periods as --frequency wants them. */
#ifndef SERIES_FREQUENCY_H
#define SERIES_FREQUENCY_H

#include <prognos/period.h>

/* Years become school years, and dates years; PRG_FREQUENCY_COUNT, and a bare index, leave the
 * period as it is. False if it cannot become what is wanted. */
bool frequency_apply(prg_frequency wanted, prg_period *period);

/* True if dates this many days apart are one a year. */
bool frequency_is_year_apart(long long days);

#endif
