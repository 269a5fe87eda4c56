/* Dates of the Gregorian calendar (also before it was adopted) and ISO 8601 weeks as numbers. */
#ifndef PROGNOS_CALENDAR_GREGORIAN_H
#define PROGNOS_CALENDAR_GREGORIAN_H

typedef struct prg_date {
  int year, month, day; /* month 1 … 12, day 1 … 31 */
} prg_date;

/* a / b rounded down, and what is left (0 … b − 1); b > 0. */
long long prg_floor_divide(long long a, long long b);
long long prg_floor_modulo(long long a, long long b);

int prg_date_days_in_month(int year, int month);
/* Days since 1970-01-01. The date must exist. */
long long prg_date_to_days(prg_date date);
prg_date prg_date_from_days(long long days);

/* The number of week 1 of the year, counted from the week with 1970-01-01. */
long long prg_week_first(int year);
/* The year that a week is named after, and its number in it (1 … 53). */
void prg_week_name(long long week, int *year, int *number);

#endif
