#include <prognos/period.h>

#include <stdio.h>

#include "calendar/gregorian.h"

/* Which half, term, quarter, month or week of which year it is, from 1. */
typedef struct place {
  int year, number;
} place;

static place place_of(prg_period period) {
  place p = {prg_period_year(period), prg_period_position(period) + 1};
  if (period.frequency == PRG_WEEK) /* its position has no week 53 */
    prg_week_name(period.ordinal, &p.year, &p.number);
  return p;
}

static void print_day(int days, char buffer[PRG_PERIOD_BYTES]) {
  prg_date date = prg_date_from_days(days);
  snprintf(buffer, PRG_PERIOD_BYTES, "%04d-%02d-%02d", date.year, date.month, date.day);
}

/* The common years, many times faster than printf: they stand on every row of a panel. */
static bool print_four(int year, char buffer[PRG_PERIOD_BYTES]) {
  if (year < 0 || year > 9999)
    return false;
  buffer[4] = '\0';
  for (int i = 3; i >= 0; i--, year /= 10)
    buffer[i] = (char)('0' + year % 10);
  return true;
}

/* What does not depend on who reads; false if the frequency is not among it. */
static bool print_plain(prg_period period, char buffer[PRG_PERIOD_BYTES]) {
  switch (period.frequency) {
  case PRG_YEAR:
    if (print_four(period.ordinal, buffer))
      return true;
    snprintf(buffer, PRG_PERIOD_BYTES, "%04d", period.ordinal);
    return true;
  case PRG_SCHOOL_YEAR:
    snprintf(buffer, PRG_PERIOD_BYTES, "%04d/%02d", period.ordinal,
             (int)prg_floor_modulo(period.ordinal + 1LL, 100));
    return true;
  case PRG_DAY:
    print_day(period.ordinal, buffer);
    return true;
  case PRG_INDEX:
    snprintf(buffer, PRG_PERIOD_BYTES, "%d", period.ordinal);
    return true;
  default:
    return false;
  }
}

const char *prg_period_print(prg_period period, char buffer[PRG_PERIOD_BYTES]) {
  if (print_plain(period, buffer))
    return buffer;
  place p = place_of(period);
  if (period.frequency == PRG_TERM)
    snprintf(buffer, PRG_PERIOD_BYTES, "%cT%04d", "VH"[p.number - 1], p.year);
  else if (period.frequency == PRG_MONTH || period.frequency == PRG_WEEK)
    snprintf(buffer, PRG_PERIOD_BYTES, "%04d%c%02d", p.year, "MV"[period.frequency == PRG_WEEK],
             p.number);
  else
    snprintf(buffer, PRG_PERIOD_BYTES, "%04d%c%d", p.year, "HK"[period.frequency == PRG_QUARTER],
             p.number);
  return buffer;
}

/* Swedish months are cut and dotted as in the Unicode locale data (CLDR), English ones to three. */
static const char *const months[2][12] = {
    [PRG_SWEDISH] = {"jan.", "feb.", "mars", "apr.", "maj", "juni", "juli", "aug.", "sep.", "okt.",
                     "nov.", "dec."},
    [PRG_ENGLISH] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov",
                     "Dec"},
};
static const char *const terms[2][2] = {
    [PRG_SWEDISH] = {"VT", "HT"},
    [PRG_ENGLISH] = {"spring", "autumn"},
};
/* What stands before the number. */
static const char *const words[PRG_FREQUENCY_COUNT][2] = {
    [PRG_HALF_YEAR] = {"halvår ", "H"},
    [PRG_QUARTER] = {"kv. ", "Q"},
    [PRG_WEEK] = {"v. ", "week "},
};

const char *prg_period_print_people(prg_period period, prg_language language,
                                    char buffer[PRG_PERIOD_BYTES]) {
  if (print_plain(period, buffer))
    return buffer;
  place p = place_of(period);
  if (period.frequency == PRG_TERM)
    snprintf(buffer, PRG_PERIOD_BYTES, "%s %04d", terms[language][p.number - 1], p.year);
  else if (period.frequency == PRG_MONTH)
    snprintf(buffer, PRG_PERIOD_BYTES, "%s %04d", months[language][p.number - 1], p.year);
  else
    snprintf(buffer, PRG_PERIOD_BYTES, "%s%d %04d", words[period.frequency][language], p.number,
             p.year);
  return buffer;
}
