/*
 * Rolling origin: how wrong would each model have been? From the shortest window on, each model is
 * fitted to what was known then (the window grows by one figure at a time) and its forecasts are
 * scored against what came. All models are scored at the same origins.
 */
#ifndef PROGNOS_BACKTEST_H
#define PROGNOS_BACKTEST_H

#include <prognos/accuracy.h>
#include <prognos/forecast.h>

PRG_BEGIN_C

typedef struct prg_backtest_options {
  const prg_model_type *const *model; /* shape (n_model); default: pooled */
  size_t n_model;                     /* >= 1; naive is added if it is not among them */
  bool models_are_optional; /* leave out, for a series, the models that would want more than half
                               of its figures in the shortest window; default false: lengthen it */
  size_t horizon;           /* 1 … PRG_HORIZON_MAX, default 5: longest lead */
  size_t first;             /* figures in the shortest window; default 0: found, see below */
  prg_model_options model_options;
  const prg_event_list *events; /* as of a forecast: an origin after a level break looks at nothing
                                   before it, and one before it has no outcomes after it. Default
                                   NULL; borrowed */
} prg_backtest_options;

void prg_backtest_options_init(prg_backtest_options *options);

/* A workspace that tests one series after another; one per thread. */
typedef struct prg_backtest prg_backtest;

/* The options are copied. NULL and PRG_ENOMEM in *error if memory is exhausted. prg_backtest_free
 * it after use. */
prg_backtest *prg_backtest_alloc(const prg_backtest_options *options, prg_error *error);
void prg_backtest_free(prg_backtest *backtest);

/* The models of the options, naive among them, in their order; n_model goes into *n. Borrowed. */
const prg_model_type *const *prg_backtest_models(const prg_backtest *backtest, size_t *n);
size_t prg_backtest_horizon(const prg_backtest *backtest);

/* Every forecast of one series with its outcome. */
typedef struct prg_backtest_result {
  const prg_series *series;           /* borrowed */
  const prg_model_type *const *model; /* shape (n_model); borrowed from the workspace */
  size_t n_model, n_origin, horizon;
  size_t first;     /* figures in the shortest window */
  prg_scale scale;  /* from that window */
  bool *admitted;   /* shape (n_model): took part */
  size_t *origin;   /* shape (n_origin): place in the series of the last figure known, increasing */
  prg_score *score; /* shape (n_origin, n_model, horizon); without outcome (actual NaN) where there
                       is no figure, or the model took no part */
  prg_notes notes;  /* which models were left out, and why; origins that were */
  size_t room_models, room_origins, room_scores; /* of the arrays, which are owned */
} prg_backtest_result;

/*
 * Tests the models on the series. *result must be zeroed or the result of an earlier call (its
 * memory is used again); prg_backtest_result_clear it in the end.
 *
 * The shortest window has options.first figures; by default 4, and where there are seasons two of
 * them, but not more than half the figures; and as many as the model that needs most. An origin is
 * a figure with another one within the horizon after it. A model that refuses at the last origin,
 * where it knows most, is left out; an origin at which one of the others refuses is left out for
 * all.
 *
 * PRG_EREFUSED if no origin is left; what naive answers if it refuses at the last one.
 */
prg_status prg_backtest_run(prg_backtest *backtest, const prg_series *series,
                            prg_backtest_result *result, prg_error *error);
void prg_backtest_result_clear(prg_backtest_result *result);

/* The score of model k at the i-th origin, h = 1 … horizon ahead. */
const prg_score *prg_backtest_score(const prg_backtest_result *result, size_t i, size_t k,
                                    size_t h);

PRG_END_C

#endif
