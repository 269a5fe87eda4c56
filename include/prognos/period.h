/*
 * A period: a frequency and a whole number. Never a double, never a struct tm, so that arithmetic
 * is the integers' and two periods compare as their ordinals do.
 *
 *   frequency        ordinal                                       printed
 *   PRG_INDEX        1, 2, 3 …: places in a row without a calendar  1
 *   PRG_YEAR         the year                                      2022
 *   PRG_SCHOOL_YEAR  the year of its autumn                        2022/23
 *   PRG_HALF_YEAR    2 year + half − 1                             2022H1
 *   PRG_TERM         2 year, + 1 for autumn (VT before HT)         VT2022, HT2022
 *   PRG_QUARTER      4 year + quarter − 1                          2022K1
 *   PRG_MONTH        12 year + month − 1                           2022M01
 *   PRG_WEEK         ISO weeks since the one with 1970-01-01       2022V07
 *   PRG_DAY          days since 1970-01-01                         2022-10-15
 *
 * A period is a plain value: nothing to free. Every notation is read and written here only.
 */
#ifndef PROGNOS_PERIOD_H
#define PROGNOS_PERIOD_H

#include <stdbool.h>
#include <stddef.h>

#include <prognos/error.h>

PRG_BEGIN_C

typedef enum prg_frequency {
  PRG_INDEX,
  PRG_YEAR,
  PRG_SCHOOL_YEAR,
  PRG_HALF_YEAR,
  PRG_TERM,
  PRG_QUARTER,
  PRG_MONTH,
  PRG_WEEK,
  PRG_DAY,
  PRG_FREQUENCY_COUNT
} prg_frequency;

typedef struct prg_period {
  prg_frequency frequency;
  int ordinal;
} prg_period;

#define PRG_PERIOD_BYTES 32
#define PRG_YEAR_MIN 1000 /* the years that are read */
#define PRG_YEAR_MAX 2999

/* The name of a frequency as options and JSON have it ("year", "school-year", "index" …). */
const char *prg_frequency_name(prg_frequency frequency);
/* The frequency of that name; false if there is none. */
bool prg_frequency_from_name(const char *name, prg_frequency *frequency);
/* The frequency in words, for people ("läsår", "school year"). */
prg_text prg_frequency_text(prg_frequency frequency);
/* Periods in a year: 1 for index, year and school year, 2, 2, 4, 12, 52; 7 (a week) for days. */
int prg_frequency_season(prg_frequency frequency);

/*
 * Reads the whole of text[0..n), blanks around it allowed, as one period in any notation of the
 * official statistics (period_read.c lists them). Returns false if it is none. A bare whole number
 * below PRG_YEAR_MIN is an index; from there to PRG_YEAR_MAX it is a year.
 */
bool prg_period_parse(const char *text, size_t n, prg_period *period);

/*
 * The same for files that keep the year and the period within it in two columns: `year` is a year
 * alone, `part` the rest of any notation ("K1", "kvartal 1", "jan", "HT", "V07"). A bare number in
 * `part` counts in `bare`: half-year, term (1 is VT), quarter, month or week; with any other
 * frequency there a bare number is refused.
 */
bool prg_period_parse_parts(const char *year, size_t n_year, const char *part, size_t n_part,
                            prg_frequency bare, prg_period *period);

/* As prg_period_parse, for a zero-ended text, and with an error that shows it and what is expected.
 */
prg_status prg_period_read(const char *text, prg_period *period, prg_error *error);

/*
 * The canonical notation of the table above, which prg_period_parse reads back if it is in the
 * years that are read (an index: in 1 … 999). Returns `buffer`.
 */
const char *prg_period_print(prg_period period, char buffer[PRG_PERIOD_BYTES]);
/*
 * For people, short enough for an axis, and read back by prg_period_parse like the canonical one:
 *
 *   year, school year, day, index   as above
 *   half-year   halvår 1 2022   H1 2022
 *   term        HT 2022         autumn 2022
 *   quarter     kv. 1 2022      Q1 2022
 *   month       jan. 2022       Jan 2022
 *   week        v. 7 2022       week 7 2022
 */
const char *prg_period_print_people(prg_period period, prg_language language,
                                    char buffer[PRG_PERIOD_BYTES]);

/* The period `steps` later (earlier if negative); the ordinal stops at the ends of int. */
prg_period prg_period_add(prg_period period, int steps);
/* Steps from `from` to `to`; both must have the same frequency (asserted). */
int prg_period_distance(prg_period from, prg_period to);
/*
 * The period of another frequency that holds the first day of `from`; but a year is the school year
 * that begins in it, and the other way round. False if one of them is an index and not the other,
 * or the year is outside those that are read.
 */
bool prg_period_convert(prg_period from, prg_frequency to, prg_period *period);
/* < 0, 0, > 0 as strcmp; by frequency first. */
int prg_period_compare(prg_period a, prg_period b);
/*
 * The calendar year in which the period begins; of a week the year that it is named after (2020V01
 * begins on 30 December 2019 and is of 2020); the index itself for PRG_INDEX.
 */
int prg_period_year(prg_period period);
/*
 * Position within the season, 0 … season − 1: 0 for year, school year, index; VT 0, HT 1; days from
 * Monday 0. Week 53 shares the position of week 52.
 */
int prg_period_position(prg_period period);

PRG_END_C

#endif
