/*
 * How good the recorded forecasts were: each period that has an outcome, in one pass of the ledger.
 *
 * A forecast is compared on the same outcomes with naive, the last figure it knew (or, if it was
 * recorded without its figures, the outcome at its origin), and with the previous plan: the latest
 * forecast of the same period of the same series that was made on an earlier day, whatever its
 * method or label. A plan of points alone has no intervals; coverage leaves it out, and its CRPS is
 * its absolute error.
 */
#ifndef PROGNOS_LEDGER_SCORE_H
#define PROGNOS_LEDGER_SCORE_H

#include <prognos/ledger.h>

PRG_BEGIN_C

typedef enum prg_ledger_group {
  PRG_LEDGER_BY_LEAD,
  PRG_LEDGER_BY_SERIES,
  PRG_LEDGER_BY_MODEL,
  PRG_LEDGER_BY_LABEL,
  PRG_LEDGER_GROUP_COUNT
} prg_ledger_group;

/* "lead", "series", "model", "label"; static storage. */
const char *prg_ledger_group_name(prg_ledger_group group);
/* The group of that name; false if there is none. */
bool prg_ledger_group_from_name(const char *name, prg_ledger_group *group);

typedef struct prg_ledger_score_options {
  prg_ledger_filter filter; /* which forecasts are scored; the previous plan may be any */
  prg_ledger_group by;
  bool latest; /* against the latest revision of an outcome instead of what was seen first */
} prg_ledger_score_options;

/* Errors against another forecast, over the n outcomes that both have: Σ |f − y| of each. */
typedef struct prg_ledger_contest {
  size_t n;
  double own, other;
} prg_ledger_contest;

typedef struct prg_ledger_line {
  char *name;  /* of the series, model or label; NULL for a lead; owned */
  size_t lead; /* 1 …; 0: all of them */
  prg_accuracy accuracy;
  double percentage; /* Σ 100 (f − y) / |y| over accuracy.n_relative outcomes */
  prg_ledger_contest naive, previous;
} prg_ledger_line;

typedef struct prg_ledger_score {
  prg_ledger_group by;
  size_t n_forecast;       /* with at least one outcome */
  prg_frequency frequency; /* of all that were scored; PRG_FREQUENCY_COUNT: they differ */
  prg_ledger_line all;     /* every lead */
  prg_ledger_line *lead;   /* shape (n_lead): lead 1 …; owned */
  size_t n_lead;
  prg_ledger_line *group; /* shape (n_group): in the order in which they were met; by lead: none */
  size_t n_group;
} prg_ledger_score;

/*
 * Scores what the filter lets through. prg_ledger_score_clear it after use, whatever was returned.
 * Memory: the outcomes of the forecasts of one series, and the groups.
 */
prg_status prg_ledger_score_read(prg_ledger *ledger, const prg_ledger_score_options *options,
                                 prg_ledger_score *score, prg_error *error);
void prg_ledger_score_clear(prg_ledger_score *score);

/* Its errors relative to the other's, on the same outcomes; NaN without any, or if the other was
 * never wrong. Below 1: better than that. */
double prg_ledger_contest_ratio(const prg_ledger_contest *contest);

/* The mean percentage error of a line; NaN without outcomes other than 0. */
double prg_ledger_line_percentage(const prg_ledger_line *line);

/*
 * Adds what the score says in sentences: of the shortest lead that has outcomes, how far too high
 * or low the forecasts were on average, and how often the intervals of 80 per cent held; of all
 * leads, whether naive and the previous plan were better.
 */
void prg_ledger_score_summary(const prg_ledger_score *score, prg_notes *notes);

PRG_END_C

#endif
