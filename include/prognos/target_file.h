/*
 * What a municipality wants to reach, and how far it has come: the file of indicators, and that of
 * outcomes. Columns may stand in any order, with Swedish or English headings (docs/target.md lists
 * them); what is not understood in a row is an error with its place, and the other rows are kept.
 */
#ifndef PROGNOS_TARGET_FILE_H
#define PROGNOS_TARGET_FILE_H

#include <prognos/frame.h>
#include <prognos/part_year.h>

PRG_BEGIN_C

typedef enum prg_indicator_kind {
  PRG_INDICATOR_TEXT,  /* followed up in words; never a computed verdict */
  PRG_INDICATOR_COUNT, /* persons, cases, visits during the year */
  PRG_INDICATOR_SHARE, /* so many of so many */
  PRG_INDICATOR_INDEX, /* a mean: satisfaction … */
  PRG_INDICATOR_WAIT,  /* a mean time */
  PRG_INDICATOR_KINDS
} prg_indicator_kind;

typedef enum prg_goal_relation {
  PRG_GOAL_AT_LEAST,
  PRG_GOAL_ABOVE,
  PRG_GOAL_AT_MOST,
  PRG_GOAL_BELOW,
  PRG_GOAL_WITHIN /* lower … upper, both included */
} prg_goal_relation;

typedef struct prg_goal {
  prg_goal_relation relation;
  bool last_year;      /* compared with the whole of last year */
  double lower, upper; /* WITHIN; otherwise lower is the target. Unit of the indicator, shares 0 …
                          1; NaN for last_year */
} prg_goal;

/* The figures that reach the goal, `last_year` being last year's. */
prg_goal_range prg_goal_range_of(const prg_goal *goal, double last_year);

/* A part of a calendar year, in months: [0, 6) is through June, [5, 6) June alone. */
typedef struct prg_span {
  int year;
  double from, to; /* 0 <= from < to <= 12 */
} prg_span;

/* One row of the file of indicators. Texts are "" if there is none. */
typedef struct prg_indicator {
  char *id, *name, *unit, *follow_up, *assessment; /* owned */
  char **group;                                    /* shape (n_group): all must pass; owned */
  size_t n_group;
  prg_indicator_kind kind;
  bool has_goal; /* false: a forecast is wanted, without a verdict; always so of a text */
  prg_goal goal;
  prg_text frequency;  /* in words; PRG_TEXT_NONE: not said */
  bool once_a_year;    /* that frequency: what is measured is the year's figure */
  bool has_through;    /* the row or the options say how far the data reach */
  bool through_stated; /* the row does, and outcomes must agree */
  prg_span through;    /* from 0 */
  double of_year;      /* expected denominator of the whole year; NaN: not said */
  size_t line;
} prg_indicator;

/* One figure of one indicator. */
typedef struct prg_outcome {
  size_t indicator; /* its place in the book */
  char *group;      /* "" for the whole; owned */
  prg_span span;
  double value;        /* count, hits, mean or share (0 … 1); NaN: not measured */
  double of;           /* denominator of a share; NaN: none */
  double spread;       /* standard deviation of single values; NaN: not known */
  double n;            /* how many were measured; NaN: not known */
  size_t line, column; /* of the value */
} prg_outcome;

#define PRG_TARGET_ERRORS 50 /* that are kept */

typedef struct prg_target_book {
  prg_indicator *indicator; /* shape (n); owned */
  size_t n, capacity;
  prg_outcome *outcome; /* shape (n_outcome); owned */
  size_t n_outcome, outcome_capacity;
  prg_error *row_error; /* shape (n_row_error): a malformed row each; owned */
  size_t n_row_error;
  size_t n_malformed;         /* also those beyond PRG_TARGET_ERRORS */
  prg_left_out_list left_out; /* titles, footnotes, columns without a known heading; owned */
  char file[PRG_FILE_BYTES];  /* of the indicators, for errors */
} prg_target_book;

typedef struct prg_target_read_options {
  prg_dialect dialect; /* default: found */
  bool has_through;    /* for rows that do not say it themselves; default false */
  prg_span through;
} prg_target_read_options;

/*
 * Reads the indicators, with their outcomes if they stand in the same rows, from bytes[0..n) into
 * an empty book (all zero). PRG_EINPUT with the place if there is no such table; rows that are
 * malformed are in row_error. prg_target_book_clear it after use, whatever was returned.
 */
prg_status prg_target_indicators_read(prg_target_book *book, const char *file, const char *bytes,
                                      size_t n, const prg_target_read_options *options,
                                      prg_error *error);

/* Adds the outcomes of another file to the book; the options' `through` is not used. */
prg_status prg_target_outcomes_read(prg_target_book *book, const char *file, const char *bytes,
                                    size_t n, const prg_target_read_options *options,
                                    prg_error *error);

void prg_target_book_clear(prg_target_book *book);

/* "June 2018", "2018-06-30", "2018": from January through that. False if it is none. */
bool prg_span_through(const char *text, size_t n, prg_span *span);

PRG_END_C

#endif
