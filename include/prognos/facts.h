/*
 * Facts about a series that its user needs beside a forecast, whatever the model: is it constant,
 * how far apart are its figures, does one stand apart, did its level change at once, does it move
 * steadily, how strong are trend and season.
 */
#ifndef PROGNOS_FACTS_H
#define PROGNOS_FACTS_H

#include <prognos/series.h>

PRG_BEGIN_C

#define PRG_FACTS_NONE ((size_t)-1) /* an index: there is none */
#define PRG_FACTS_TOLD 3            /* at most so many are told */

/* A plain value. Indices are those of the series' values. */
typedef struct prg_facts {
  size_t n;            /* figures */
  bool constant;       /* all are equal; then the rest says nothing */
  double value;        /* of a constant series */
  size_t spacing;      /* periods from each figure to the next, if always the same; else 0 */
  size_t outlier;      /* the figure that stands apart, or PRG_FACTS_NONE */
  size_t level_from;   /* the first figure of a new level, or PRG_FACTS_NONE */
  double level_before; /* median of the last three figures before the change … */
  double level_after;  /* … and of the first three after it */
  bool steady;         /* it rises or falls more steadily than chance makes a series do */
  double drift;        /* mean change per period */
  bool turned;         /* the last two changes both oppose the trend before them */
  double trend_strength, season_strength; /* 0 … 1; NaN if they cannot be told */
} prg_facts;

/*
 * Finds them. Season 1, six figures or more, y on the scale √y if none is negative:
 *
 *   outlier   the figure farthest from the line between its neighbours, by Student's t of its
 *             distance over the changes that do not touch it
 *   level     the largest change, by Student's t over the other changes, if it does not go back
 *   steady    Student's t of the mean change
 *   turned    Student's t of the mean change before the last two figures, if both changes into
 * these have the other sign
 *
 * An outlier and a change of level must besides be 15 per cent of the figures' mean size: what is
 * proven but small is not worth a word. The two searches take the smallest p-value times the number
 * of places (Bonferroni) against 1 per cent, steadiness 2 per cent, a turn 10 per cent: exact for a
 * random walk with normal steps, less for white noise, so that a series without any of it gets a
 * fact wrongly in at most 4 per cent.
 *
 * With a season, without gaps and at least 2 m + 1 figures the strengths of trend and season are
 *   max(0, 1 − var R / var(T + R)),  max(0, 1 − var R / var(S + R))
 * of the STL decomposition y = T + S + R (Hyndman and Athanasopoulos, Forecasting: Principles and
 * Practice, 3rd ed., section 4.3). PRG_ENOMEM if memory is exhausted.
 */
prg_status prg_facts_find(const prg_series *series, prg_facts *facts, prg_error *error);

/* Adds them to the notes in words, at most PRG_FACTS_TOLD, of a forecast that reaches `horizon`
 * periods. An outlier that the model has told of already is not told again. */
void prg_facts_note(const prg_facts *facts, const prg_series *series, size_t horizon,
                    prg_notes *notes);

PRG_END_C

#endif
