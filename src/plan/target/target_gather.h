/* From the outcomes of a book to the figures that one indicator, or one group, is judged by. */
#ifndef PLAN_TARGET_GATHER_H
#define PLAN_TARGET_GATHER_H

#include <prognos/target_file.h>

#define HISTORY_YEARS 32 /* that are used, the latest first */

typedef struct target_figures {
  prg_outcome now;       /* this year's part; value NaN: not measured */
  prg_outcome last;      /* the whole of last year; value NaN: not known */
  prg_outcome last_part; /* last year's same part; the same */
  double before, total;  /* all earlier years' sums in the same part and in all; NaN: not known */
  double change[HISTORY_YEARS]; /* shape (n_change): whole year minus part, of earlier years */
  unsigned n_change;
  double dispersion; /* of months beside last year's; NaN if they are not known singly */
} target_figures;

/*
 * How far this year's outcomes reach: what the indicator states, else the last month of the latest
 * year. *known is false if neither tells. PRG_EINPUT if a row states what the outcomes contradict.
 */
prg_status target_gather_through(const prg_target_book *book, size_t indicator, prg_span *through,
                                 bool *known, prg_error *error);

/* The figures of the group ("": the whole). PRG_EINPUT if this year's outcomes leave a hole. */
prg_status target_gather(const prg_target_book *book, size_t indicator, const char *group,
                         const prg_span *through, target_figures *out, prg_error *error);

#endif
