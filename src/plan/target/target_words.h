/* The words of the files of indicators and outcomes: headings, goals, kinds, frequencies, spans. */
#ifndef PLAN_TARGET_WORDS_H
#define PLAN_TARGET_WORDS_H

#include <prognos/period.h>
#include <prognos/target_file.h>

typedef enum target_column {
  COLUMN_ID,
  COLUMN_NAME,
  COLUMN_KIND,
  COLUMN_DIRECTION,
  COLUMN_TARGET,
  COLUMN_UNIT,
  COLUMN_GROUPS,
  COLUMN_THROUGH,
  COLUMN_FREQUENCY,
  COLUMN_FOLLOW_UP,
  COLUMN_ASSESSMENT,
  COLUMN_VALUE,
  COLUMN_OF,
  COLUMN_LAST,
  COLUMN_LAST_OF,
  COLUMN_OF_YEAR,
  COLUMN_SPREAD,
  COLUMN_N,
  COLUMN_GROUP,
  COLUMN_YEAR,
  COLUMN_MONTH,
  COLUMN_PERIOD,
  TARGET_COLUMNS
} target_column;

/* What the heading announces; TARGET_COLUMNS if it is none of these. */
target_column target_column_find(const char *heading);

/* The kind of that name; false if there is none. */
bool target_kind_find(const char *text, prg_indicator_kind *kind);
/* The kind that the unit tells: persons, %, days, index …; false if it tells none. */
bool target_kind_of_unit(const char *unit, prg_indicator_kind *kind);

/* The frequency in words, and whether it is once a year; PRG_TEXT_NONE if it is none. */
prg_text target_frequency_find(const char *text, bool *once_a_year);

/*
 * Reads a goal from the two cells. PRG_TEXT_NONE, or the error, which `wrong` places in one of the
 * columns. A share's figures are per cent and become 0 … 1.
 */
prg_text target_goal_read(const char *direction, const char *target, char decimal, bool is_share,
                          prg_goal *goal, target_column *wrong);

/* The span that a period names, alone; false if it is no part of a calendar year. */
bool target_span_of(prg_period period, prg_span *span);

#endif
