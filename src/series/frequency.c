#include "series/frequency.h"

#include <prognos/number.h>

bool frequency_apply(prg_frequency wanted, prg_period *period) {
  if (wanted == PRG_FREQUENCY_COUNT || period->frequency == wanted ||
      period->frequency == PRG_INDEX)
    return true;
  if (period->frequency == PRG_YEAR && wanted == PRG_SCHOOL_YEAR) {
    period->frequency = PRG_SCHOOL_YEAR; /* the ordinal of both is the year it begins */
    return true;
  }
  return period->frequency == PRG_DAY && wanted != PRG_INDEX && /* counted on 15 October */
         prg_period_convert(*period, wanted, period);
}

prg_frequency frequency_of_days(long long days) {
  return days >= 300 && days <= 430 ? PRG_YEAR
         : days >= 89 && days <= 92 ? PRG_QUARTER
         : days >= 28 && days <= 31 ? PRG_MONTH
                                    : PRG_DAY;
}

bool frequency_counts_on(const char *text, size_t n, int before, prg_period *period) {
  double number;
  if (n < 4 || n > 9 || before < 999 || !prg_number_whole(text, n, &number))
    return false;
  if (number != before && number != before + 1)
    return false;
  *period = (prg_period){PRG_INDEX, (int)number};
  return true;
}
