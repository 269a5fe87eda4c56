/*
 * A model: a row of a table of constant type objects (as gsl_multifit_robust_type is one). To add a
 * model: one file in a folder of src/model with its prg_model_type, one row in src/model/model.c,
 * one test file.
 *
 * A state is a workspace: allocated once for the options, fitted to one series after another, one
 * per thread. predict, paths, trend speak of the series fitted last.
 */
#ifndef PROGNOS_MODEL_H
#define PROGNOS_MODEL_H

#include <prognos/distribution.h>
#include <prognos/event.h>
#include <prognos/prior_file.h>
#include <prognos/seasonal_prior_file.h>
#include <prognos/series.h>
#include <prognos/trend.h>

PRG_BEGIN_C

typedef enum prg_prior {
  PRG_PRIOR_MIXTURE, /* experience of all kinds; if the series' kind is told, mostly of that one */
  PRG_PRIOR_ECONOMY, /* of one kind, whatever is told */
  PRG_PRIOR_PEOPLE,
  PRG_PRIOR_AREA_TOTAL
} prg_prior;

#define PRG_EVENTS_MAX 6 /* of one model */

typedef struct prg_model_options {
  prg_prior prior;            /* pooled: default PRG_PRIOR_MIXTURE */
  const prg_node_list *nodes; /* pooled: an annual prior instead of the one that is shipped;
                                 default NULL. Borrowed: must outlive every state */
  const prg_seasonal_node_list *seasonal_nodes; /* the same for series with a season */
  bool has_break;                               /* piecewise: the break is given */
  prg_period break_from;                        /* piecewise: first period of the second line */
  prg_event event[PRG_EVENTS_MAX]; /* events: shape (n_event): levels, outliers and slopes */
  size_t n_event;                  /* default 0 */
  char ets_form[12];               /* ets: "AAdN" or "ETS(A,Ad,N)"; default "": chosen by AICc */
  unsigned long seed;              /* bootstrap and simulation; default 1 */
} prg_model_options;

void prg_model_options_init(prg_model_options *options);

typedef struct prg_model_type {
  const char *name; /* as --model has it */
  prg_text title;   /* for people */
  size_t min_n;     /* fewest figures it can be fitted to, explicitly asked for */
  bool exposed;     /* takes the figures' exposure into account; its forecasts are of exposure 1 */

  /* A state for series of any length; the options are copied. NULL if memory is exhausted. */
  void *(*alloc)(const prg_model_options *options);
  void (*free)(void *state);

  /* Fits to the figures of the series (>= min_n; missing ones are skipped, their time is kept).
   * Adds what the user should know to `notes`. PRG_EREFUSED if the model does not apply. */
  prg_status (*fit)(void *state, const prg_series *series, prg_notes *notes, prg_error *error);

  /* As fit, for the series fitted last with figures taken from or added to its end: begins where
   * that search ended, and finds what fit would, or as good as that. NULL pointer if fit is no
   * search, or a quick one. */
  prg_status (*refit)(void *state, const prg_series *series, prg_notes *notes, prg_error *error);

  /* Fills out->quantile for h = 1 … out->horizon. Not clamped at 0: prg_forecaster does that. */
  prg_status (*predict)(void *state, prg_distribution *out, prg_error *error);

  /* Sample paths from the joint predictive distribution; path: shape (n_paths, horizon). */
  prg_status (*paths)(void *state, size_t horizon, size_t n_paths, unsigned long seed, double *path,
                      prg_error *error);

  /* The fitted trend with its coefficients, borrowed until the next fit; NULL pointer if the model
   * is no trend. */
  const prg_trend *(*trend)(const void *state);

  /* Lets n series of one origin inform each other before they are fitted one by one; NULL pointer
   * if the model knows no such thing. Kinds with fewer than `least` series stay as they were. */
  prg_status (*share)(void *state, const prg_series *series, size_t n, size_t least,
                      prg_error *error);
} prg_model_type;

/* The table, ended by NULL; the default forecaster first. */
extern const prg_model_type *const prg_models[];

/* The model of that name; NULL if there is none. */
const prg_model_type *prg_model_find(const char *name);

/* model->fit, after a check that there is no exposure but 1 unless the model takes it into account
 * (PRG_EREFUSED), that the series has at least min_n figures, PRG_EREFUSED if not, and
 * that they are of a size to compute with, PRG_EINPUT if not. */
prg_status prg_model_fit(const prg_model_type *model, void *state, const prg_series *series,
                         prg_notes *notes, prg_error *error);

/* model->refit after the same checks; model->fit if the model has none. */
prg_status prg_model_refit(const prg_model_type *model, void *state, const prg_series *series,
                           prg_notes *notes, prg_error *error);

PRG_END_C

#endif
