/*
 * Pupils as a share of a population: how many they become when the population changes and the share
 * stays, follows its mean or its trend, or is given; how much of the change is the one and how much
 * the other; and how far that is from forecasts of the pupils alone.
 */
#ifndef PROGNOS_SHARE_H
#define PROGNOS_SHARE_H

#include <prognos/population.h>

PRG_BEGIN_C

typedef enum prg_share_method {
  PRG_SHARE_CONSTANT, /* as in the last year */
  PRG_SHARE_MEAN,     /* the mean of the last years */
  PRG_SHARE_TREND,    /* its mean change on the logit scale goes on */
  PRG_SHARE_GIVEN
} prg_share_method;

typedef struct prg_share_options {
  prg_share_method method;   /* default PRG_SHARE_CONSTANT */
  size_t years;              /* PRG_SHARE_MEAN, peers: of so many, >= 1; default 3 */
  double given;              /* PRG_SHARE_GIVEN: in (0, 1) */
  const prg_panel *peers;    /* weigh it toward these unless it is given; per cent; borrowed */
  size_t horizon;            /* 1 … PRG_HORIZON_MAX; default 0: as far as the population goes */
  size_t n_paths;            /* >= 100, default 4000 */
  unsigned long seed;        /* default 1 */
  const double *probability; /* default: the standard grid; borrowed */
  size_t n_probability;
} prg_share_options;

void prg_share_options_init(prg_share_options *options);

/* Reads "constant", "mean", "trend", or per cent ("1.6", "1,6"). PRG_EUSAGE if it is none. */
prg_status prg_share_method_read(const char *text, prg_share_options *options, prg_error *error);

/* What else the pupils have been forecast by. */
typedef enum prg_share_rival { PRG_SHARE_DIRECT, PRG_SHARE_LINE } prg_share_rival;
#define PRG_SHARE_RIVALS 2

/* One year; what is not known is NaN. */
typedef struct prg_share_year {
  prg_period period;
  double share;                    /* of the population, 0 … 1 */
  double population[PRG_VARIANTS]; /* low and high: the 10 and 90 per cent quantiles */
  double pupils[PRG_VARIANTS];     /* share × each of these; the middle one is the forecast */
  double share_effect;             /* pupils more than in the last year with a figure, because */
  double population_effect;        /* of the one and of the other; they sum to the change */
  double rival[PRG_SHARE_RIVALS];  /* pupils by the other forecasts */
} prg_share_year;

typedef struct prg_share {
  prg_share_year now;    /* the last year with both figures: where the change is counted from */
  prg_share_year *year;  /* shape (horizon); owned */
  prg_forecast forecast; /* of the pupils, with notes; owned */
  double *path;          /* shape (n_paths, horizon): pupils; owned */
  size_t horizon, n_paths;
  size_t years; /* with a known share */
} prg_share;

/*
 * Computes the share of the years that have both figures, and projects it. Population and pupils
 * are borrowed; the forecast's series is `pupils`. PRG_EREFUSED if no year has both figures, if the
 * last figure of the pupils has no population, if the population does not go as far as asked, or a
 * trend is asked for with fewer than three shares, or fewer than three peers can be used;
 * PRG_EINPUT if there are more pupils than people, or the peers' shares are no per cent;
 * PRG_ENOMEM. prg_share_clear it after use, whatever was returned.
 */
prg_status prg_share_project(const prg_series *pupils, const prg_population_group *population,
                             const prg_share_options *options, prg_share *out, prg_error *error);
void prg_share_clear(prg_share *share);

/* Puts another forecast of the same pupils beside it, of any horizon. */
void prg_share_add_rival(prg_share *share, prg_share_rival which, const prg_forecast *forecast);
/* Notes how far apart the methods are in the last year, in pupils and, unless group_size is NaN, in
 * groups. Nothing without rivals. */
void prg_share_note_spread(prg_share *share, double group_size);

PRG_END_C

#endif
