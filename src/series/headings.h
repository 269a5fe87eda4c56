/*
 * What the header says of each column: a period, alone or beside a text in one cell, and the texts
 * of the header's rows with the period taken out.
 *
 *   2022   kv. 1 2022   2022 (prel.)             a period alone
 *   BE0101N1 2022   2022 Väestö   Nöjd_2022/23   a text and a period: split at a blank or _
 *   2022 above K1                                a year, and the part of it in another row
 *   Norrköping above 2022                        a text and a period in two rows
 *
 * If any column has its period alone, a cell such as "Prognos 2023" is not split.
 */
#ifndef SERIES_HEADINGS_H
#define SERIES_HEADINGS_H

#include <prognos/frame.h>
#include <prognos/observation.h>
#include <prognos/period.h>

typedef struct heading {
  bool is_period;              /* of a calendar, or the next place 1, 2, 3 … in a row */
  prg_period period;           /* if so */
  prg_observation observation; /* of the figures under it that say nothing else: "2022 (prel.)" */
  size_t
      text; /* where its texts begin in headings.text: n_text zero-ended strings, "" if blank … */
  size_t length; /* … and how many bytes they take */
} heading;

typedef struct headings {
  heading *column; /* shape (width); owned */
  size_t width, n_text;
  bool are_split;  /* the periods are beside a text in their cells */
  prg_buffer text; /* owned */
} headings;

/* headings_clear it after use, whatever was returned. */
prg_status headings_find(headings *out, const prg_frame *frame, prg_error *error);
/* Forgets the periods: the texts are those of the cells, whole. */
prg_status headings_take_whole(headings *out, const prg_frame *frame, prg_error *error);
void headings_clear(headings *out);

/* The text of a column in one row of the header. Borrowed. */
const char *headings_text(const headings *found, size_t column, size_t part);

/* True if the two columns have the same texts. */
bool headings_same(const headings *found, size_t a, size_t b);

#endif
