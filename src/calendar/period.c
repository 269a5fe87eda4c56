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

/* The first day of a period that has one; months within the year count from 0 here. */
static long long first_day(prg_period period) {
  static const int months[PRG_FREQUENCY_COUNT] = {
      [PRG_HALF_YEAR] = 6, [PRG_TERM] = 6, [PRG_QUARTER] = 3, [PRG_MONTH] = 1};
  if (period.frequency == PRG_DAY)
    return period.ordinal;
  if (period.frequency == PRG_WEEK) /* that of 1970-01-01, a Thursday, began on the Monday */
    return 7LL * period.ordinal - 3;
  int month = prg_period_position(period) * months[period.frequency];
  if (period.frequency == PRG_SCHOOL_YEAR)
    month = 6;
  return prg_date_to_days((prg_date){prg_period_year(period), month + 1, 1});
}

/* The ordinal of the period that holds a day. */
static long long ordinal_of_day(long long day, prg_frequency frequency) {
  prg_date date = prg_date_from_days(day);
  long long month = date.month - 1, season = prg_frequency_season(frequency);
  switch (frequency) {
  case PRG_DAY:
    return day;
  case PRG_WEEK:
    return prg_floor_divide(day + 3, 7);
  case PRG_SCHOOL_YEAR:
    return date.year - (month < 6);
  default:
    return date.year * season + month * season / 12;
  }
}

bool prg_period_convert(prg_period from, prg_frequency to, prg_period *period) {
  *period = (prg_period){to, from.ordinal};
  bool by_year = (from.frequency == PRG_YEAR && to == PRG_SCHOOL_YEAR) ||
                 (from.frequency == PRG_SCHOOL_YEAR && to == PRG_YEAR);
  if (from.frequency == to || by_year)
    return true;
  if (from.frequency == PRG_INDEX || to == PRG_INDEX)
    return false;
  int year = prg_period_year(from);
  if (year < PRG_YEAR_MIN || year > PRG_YEAR_MAX)
    return false;
  period->ordinal = (int)ordinal_of_day(first_day(from), to);
  return true;
}
