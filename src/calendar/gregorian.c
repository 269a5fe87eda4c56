#include "calendar/gregorian.h"

#include <stdbool.h>

#define DAYS_TO_1970 719162 /* from 0001-01-01 to 1970-01-01 */
#define DAYS_IN_400_YEARS 146097

long long prg_floor_divide(long long a, long long b) {
  return a / b - (a % b < 0);
}

long long prg_floor_modulo(long long a, long long b) {
  return a - b * prg_floor_divide(a, b);
}

static bool is_leap(int year) {
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

/* Days from 0001-01-01 to 1 January of the year: 365 for each, one more every 4th but … */
static long long days_before_year(long long year) {
  long long past = year - 1;
  return 365 * past + prg_floor_divide(past, 4) - prg_floor_divide(past, 100) +
         prg_floor_divide(past, 400);
}

static int days_before_month(int year, int month) {
  static const int days[13] = {0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
  return days[month] + (month > 2 && is_leap(year));
}

int prg_date_days_in_month(int year, int month) {
  if (month == 12)
    return 31;
  return days_before_month(year, month + 1) - days_before_month(year, month);
}

long long prg_date_to_days(prg_date date) {
  return days_before_year(date.year) - DAYS_TO_1970 + days_before_month(date.year, date.month) +
         date.day - 1;
}

prg_date prg_date_from_days(long long days) {
  long long n = days + DAYS_TO_1970;
  /* By the mean length of a year. A year begins at most 0.72 days later than its mean beginning
     (1.48 earlier), so that the guess is right or one year early. */
  long long year = prg_floor_divide(n * 400, DAYS_IN_400_YEARS) + 1;
  if (days_before_year(year + 1) <= n)
    year++;
  prg_date date = {.year = (int)year, .month = 12};
  int day = (int)(n - days_before_year(year));
  while (days_before_month(date.year, date.month) > day)
    date.month--;
  date.day = day - days_before_month(date.year, date.month) + 1;
  return date;
}

/*
 * ISO 8601: a week belongs to the year of its Thursday, so week 1 is the one with 4 January.
 * 1970-01-01 was a Thursday: week w begins (on a Monday) at day 7 w − 3, its Thursday is day 7 w.
 */
long long prg_week_first(int year) {
  return prg_floor_divide(prg_date_to_days((prg_date){year, 1, 4}) + 3, 7);
}

void prg_week_name(long long week, int *year, int *number) {
  *year = prg_date_from_days(7 * week).year;
  *number = (int)(week - prg_week_first(*year)) + 1;
}
