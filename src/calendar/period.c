#include <prognos/period.h>

#include <assert.h>
#include <limits.h>
#include <string.h>

#include "calendar/gregorian.h"

typedef struct frequency_row {
  const char *name;
  prg_text text;
  int season;
} frequency_row;

static const frequency_row frequencies[PRG_FREQUENCY_COUNT] = {
    [PRG_INDEX] = {"index", PRG_TEXT_FREQUENCY_INDEX, 1},
    [PRG_YEAR] = {"year", PRG_TEXT_FREQUENCY_YEAR, 1},
    [PRG_SCHOOL_YEAR] = {"school-year", PRG_TEXT_FREQUENCY_SCHOOL_YEAR, 1},
    [PRG_HALF_YEAR] = {"half-year", PRG_TEXT_FREQUENCY_HALF_YEAR, 2},
    [PRG_TERM] = {"term", PRG_TEXT_FREQUENCY_TERM, 2},
    [PRG_QUARTER] = {"quarter", PRG_TEXT_FREQUENCY_QUARTER, 4},
    [PRG_MONTH] = {"month", PRG_TEXT_FREQUENCY_MONTH, 12},
    [PRG_WEEK] = {"week", PRG_TEXT_FREQUENCY_WEEK, 52},
    [PRG_DAY] = {"day", PRG_TEXT_FREQUENCY_DAY, 7},
};

static const frequency_row *row_of(prg_frequency frequency) {
  assert((unsigned)frequency < PRG_FREQUENCY_COUNT);
  return &frequencies[frequency];
}

const char *prg_frequency_name(prg_frequency frequency) {
  return row_of(frequency)->name;
}

bool prg_frequency_from_name(const char *name, prg_frequency *frequency) {
  for (int f = 0; f < PRG_FREQUENCY_COUNT; f++) {
    if (strcmp(frequencies[f].name, name) == 0) {
      *frequency = (prg_frequency)f;
      return true;
    }
  }
  return false;
}

prg_text prg_frequency_text(prg_frequency frequency) {
  return row_of(frequency)->text;
}

int prg_frequency_season(prg_frequency frequency) {
  return row_of(frequency)->season;
}

static int saturate(long long number) {
  return number > INT_MAX ? INT_MAX : number < INT_MIN ? INT_MIN : (int)number;
}

prg_period prg_period_add(prg_period period, int steps) {
  period.ordinal = saturate((long long)period.ordinal + steps);
  return period;
}

int prg_period_distance(prg_period from, prg_period to) {
  assert(from.frequency == to.frequency);
  return saturate((long long)to.ordinal - from.ordinal);
}

int prg_period_compare(prg_period a, prg_period b) {
  if (a.frequency != b.frequency)
    return a.frequency < b.frequency ? -1 : 1;
  return (a.ordinal > b.ordinal) - (a.ordinal < b.ordinal);
}

int prg_period_year(prg_period period) {
  int year, number;
  switch (period.frequency) {
  case PRG_WEEK:
    prg_week_name(period.ordinal, &year, &number);
    return year;
  case PRG_DAY:
    return prg_date_from_days(period.ordinal).year;
  default:
    return (int)prg_floor_divide(period.ordinal, prg_frequency_season(period.frequency));
  }
}

int prg_period_position(prg_period period) {
  int season = prg_frequency_season(period.frequency);
  int year, number;
  switch (period.frequency) {
  case PRG_WEEK:
    prg_week_name(period.ordinal, &year, &number);
    return number > season ? season - 1 : number - 1;
  case PRG_DAY: /* 1970-01-01 was a Thursday, Monday is 0 */
    return (int)prg_floor_modulo(period.ordinal + 3LL, season);
  default:
    return (int)prg_floor_modulo(period.ordinal, season);
  }
}
