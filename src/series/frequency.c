#include "series/frequency.h"

bool frequency_apply(prg_frequency wanted, prg_period *period) {
  if (wanted == PRG_FREQUENCY_COUNT || period->frequency == wanted ||
      period->frequency == PRG_INDEX)
    return true;
  if (period->frequency == PRG_YEAR && wanted == PRG_SCHOOL_YEAR) {
    period->frequency = PRG_SCHOOL_YEAR; /* the ordinal of both is the year it begins */
    return true;
  }
  if (period->frequency == PRG_DAY && wanted == PRG_YEAR) { /* counted on 15 October each year */
    *period = (prg_period){PRG_YEAR, prg_period_year(*period)};
    return true;
  }
  return false;
}

bool frequency_is_year_apart(long long days) {
  return days >= 300 && days <= 430;
}
