/*
 * The forecast: the one seam that evaluation, planning and presentation consume, whatever the model
 * was: origin, horizon, a predictive distribution per period, the model's name, notes as data.
 */
#ifndef PROGNOS_FORECAST_H
#define PROGNOS_FORECAST_H

#include <prognos/model.h>

PRG_BEGIN_C

typedef struct prg_forecast_options {
  const prg_model_type *model; /* default: prg_models[0], pooled */
  bool model_is_explicit;      /* the user asked for it by name: fewer refusals */
  size_t horizon;              /* 1 … PRG_HORIZON_MAX, default 5 */
  const double *probability;   /* default: the standard grid; borrowed until alloc returns */
  size_t n_probability;
  bool for_evaluation; /* only the figures are looked at: no notes on the series, which saves time,
                          and no refusal to look far ahead; default false */
  prg_model_options model_options;
  const prg_event_list *events; /* what the series' figures are to be read with; default NULL.
                                   Borrowed: must outlive the forecaster */
} prg_forecast_options;

#define PRG_HORIZON_MAX 600

/* The farthest horizon that a series is forecast to: five times its periods from the first figure
 * to the last, or two seasons, or 20 periods, whichever is most. */
size_t prg_horizon_limit(const prg_series *series);

void prg_forecast_options_init(prg_forecast_options *options);

typedef struct prg_forecast {
  const prg_series *series; /* what was forecast; borrowed */
  const char *model;        /* its name; static storage, or owned by whoever read it */
  prg_period origin;        /* the last period with a figure: the forecast knows nothing later */
  prg_distribution distribution;
  prg_notes notes;
} prg_forecast;

void prg_forecast_clear(prg_forecast *forecast);

/* The period h = 1 … horizon after the origin. */
prg_period prg_forecast_period(const prg_forecast *forecast, size_t h);
/* The point forecast: the median. */
double prg_forecast_point(const prg_forecast *forecast, size_t h);
/* As prg_distribution_quantile and prg_distribution_prob_above. */
double prg_forecast_quantile(const prg_forecast *forecast, size_t h, double p);
double prg_forecast_prob_above(const prg_forecast *forecast, size_t h, double x);
/* The central interval that holds `level` (0.80, 0.95) of the probability. */
void prg_forecast_interval(const prg_forecast *forecast, size_t h, double level, double *lower,
                           double *upper);

/* A workspace that forecasts one series after another; one per thread. */
typedef struct prg_forecaster prg_forecaster;

/* NULL and PRG_ENOMEM in *error if memory is exhausted. prg_forecaster_free it after use. */
prg_forecaster *prg_forecaster_alloc(const prg_forecast_options *options, prg_error *error);
void prg_forecaster_free(prg_forecaster *forecaster);

/*
 * Lets the series of a panel inform each other, before they are forecast one by one: for each kind
 * of which at least `least` series have their last figure at the same time. Forecasts of that kind
 * then say so in their notes. Nothing happens if the model knows no such thing (only the annual
 * pooled forecast does). To be called at most once per forecaster. PRG_ENOMEM.
 */
prg_status prg_forecaster_share(prg_forecaster *forecaster, const prg_panel *panel, size_t least,
                                prg_error *error);
#define PRG_SIBLINGS 20 /* from so many on it is worth it */

/*
 * Forecasts the series into *forecast, which must be zeroed or the result of an earlier call (its
 * memory is used again). Trailing periods without a figure count as part of the horizon: the first
 * period forecast is the one after the last figure. Quantiles are finite, ordered, and not below 0
 * if no figure is; what falls below 0 or rises above a whole is told as within a unit of it, so
 * that every interval has a width. PRG_EREFUSED with what would be needed if there are too few
 * figures, or if the horizon is above prg_horizon_limit.
 *
 * Of the events that concern the series, the last level break up to its last figure starts the fit:
 * what was before is not looked at. With fewer than four figures from it on there is no trend: the
 * model is "naive" whatever was asked for, with a band as wide as the wider of what the figures
 * before and after it tell. The other events are told in notes. Renames and outliers are for
 * prg_event_list_apply.
 */
prg_status prg_forecaster_run(prg_forecaster *forecaster, const prg_series *series,
                              prg_forecast *forecast, prg_error *error);

/* As prg_forecaster_run, for the last run's series with figures taken from or added to its end, as
 * in a backtest: models that are fitted by search begin where they were, which takes less time. */
prg_status prg_forecaster_rerun(prg_forecaster *forecaster, const prg_series *series,
                                prg_forecast *forecast, prg_error *error);

/* Sample paths for the series of the last run, which must have succeeded (asserted) and be there
 * still; path: shape (n_paths, horizon); >= 0 as above. */
prg_status prg_forecaster_paths(prg_forecaster *forecaster, size_t n_paths, unsigned long seed,
                                double *path, prg_error *error);

PRG_END_C

#endif
