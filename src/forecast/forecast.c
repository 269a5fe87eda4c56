#include <prognos/forecast.h>

#include <prognos/facts.h>

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "forecast/event_notes.h"
#include "forecast/short_level.h"
#include "model/auto.h"
#include "model/figures.h"
#include "model/naive.h"
#include "model/trend/trend_fit.h"

struct prg_forecaster {
  prg_forecast_options options;
  double *probability; /* shape (options.n_probability): a copy */
  void *state;         /* of the model */
  const double *begun; /* the first figure of the last fit; NULL: it failed; borrowed */
  bool fitted;         /* the last run was a success: there is something to draw paths from */
  prg_series figures;  /* what the model sees: from the first figure to the last; borrowed */
  prg_series before;   /* the figures before a level break; n = 0: there is none; borrowed */
  bool is_short;       /* the level after the break is too short for the model: */
  short_level brief;   /* this forecast it */
  double lower, upper; /* bounds of the quantity */
};

void prg_forecast_options_init(prg_forecast_options *options) {
  *options = (prg_forecast_options){.model = prg_models[0],
                                    .horizon = 5,
                                    .probability = prg_standard_probability,
                                    .n_probability = prg_standard_probability_count};
  prg_model_options_init(&options->model_options);
}

void prg_forecast_clear(prg_forecast *forecast) {
  if (forecast == NULL)
    return;
  prg_distribution_clear(&forecast->distribution);
  *forecast = (prg_forecast){0};
}

prg_period prg_forecast_period(const prg_forecast *forecast, size_t h) {
  return prg_period_add(forecast->origin, (int)h);
}

double prg_forecast_point(const prg_forecast *forecast, size_t h) {
  return prg_forecast_quantile(forecast, h, .5);
}

double prg_forecast_quantile(const prg_forecast *forecast, size_t h, double p) {
  return prg_distribution_quantile(&forecast->distribution, h, p);
}

double prg_forecast_prob_above(const prg_forecast *forecast, size_t h, double x) {
  return prg_distribution_prob_above(&forecast->distribution, h, x);
}

void prg_forecast_interval(const prg_forecast *forecast, size_t h, double level, double *lower,
                           double *upper) {
  *lower = prg_forecast_quantile(forecast, h, (1 - level) / 2);
  *upper = prg_forecast_quantile(forecast, h, 1 - (1 - level) / 2);
}

prg_forecaster *prg_forecaster_alloc(const prg_forecast_options *options, prg_error *error) {
  assert(options->horizon >= 1 && options->horizon <= PRG_HORIZON_MAX);
  prg_forecaster *forecaster = calloc(1, sizeof *forecaster);
  size_t bytes = options->n_probability * sizeof *options->probability;
  if (forecaster != NULL) {
    forecaster->options = *options;
    forecaster->probability = malloc(bytes + 1);
    forecaster->state = options->model->alloc(&options->model_options);
  }
  if (forecaster == NULL || forecaster->probability == NULL || forecaster->state == NULL) {
    prg_forecaster_free(forecaster);
    prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
    return NULL;
  }
  memcpy(forecaster->probability, options->probability, bytes);
  forecaster->options.probability = forecaster->probability;
  return forecaster;
}

void prg_forecaster_free(prg_forecaster *forecaster) {
  if (forecaster == NULL)
    return;
  if (forecaster->state != NULL)
    forecaster->options.model->free(forecaster->state);
  short_level_clear(&forecaster->brief);
  free(forecaster->probability);
  free(forecaster);
}

prg_status prg_forecaster_share(prg_forecaster *forecaster, const prg_panel *panel, size_t least,
                                prg_error *error) {
  const prg_model_type *model = forecaster->options.model;
  if (model->share == NULL)
    return PRG_OK;
  return model->share(forecaster->state, panel->series, panel->n, least, error);
}

/* The stretch from the first figure to the last of those in [first, end); n = 0 if there is none.
 */
static prg_series trimmed(const prg_series *series, size_t first, size_t end) {
  while (first < end && isnan(series->value[first]))
    first++;
  while (end > first && isnan(series->value[end - 1]))
    end--;
  prg_series part = *series;
  part.start = prg_series_period(series, first);
  part.n = end - first;
  part.value = series->value + first;
  part.observation = series->observation + first;
  part.exposure = series->exposure == NULL ? NULL : series->exposure + first;
  return part;
}

/* Where the last level break up to the last figure is; 0 if there is none, NULL in *event. */
static size_t find_break(const prg_forecaster *forecaster, const prg_series *series,
                         const prg_event **event) {
  const prg_event_list *events = forecaster->options.events;
  size_t at = 0;
  *event = NULL;
  for (size_t i = 0; events != NULL && i < events->n; i++) {
    prg_period period;
    if (events->item[i].kind != PRG_EVENT_LEVEL ||
        !prg_event_period(&events->item[i], series, &period))
      continue;
    long long t = (long long)period.ordinal - series->start.ordinal;
    if (t <= (long long)at || t >= (long long)series->n)
      continue;
    at = (size_t)t;
    *event = &events->item[i];
  }
  return at;
}

/* Cuts the series into what the forecast is made from and what was before its level broke. */
static void cut_at_break(prg_forecaster *forecaster, const prg_series *series, prg_notes *notes) {
  const prg_event *event;
  prg_series whole = trimmed(series, 0, series->n);
  size_t at = find_break(forecaster, &whole, &event);
  forecaster->before = trimmed(&whole, 0, at);
  forecaster->figures = trimmed(&whole, at, whole.n);
  size_t observed = prg_series_observed(&forecaster->figures);
  forecaster->is_short = event != NULL && observed < SHORT_LEVEL;
  if (event == NULL)
    return;
  event_note(event, notes);
  if (forecaster->is_short)
    prg_notes_add(notes, PRG_TEXT_NOTE_SHORT_LEVEL,
                  PRG_ARGS(prg_integer((long long)observed), prg_integer(SHORT_LEVEL)));
  else
    prg_notes_add(notes, PRG_TEXT_NOTE_AFTER_BREAK, NULL);
}

/* It has no figure, and has one that may not be shown. */
static bool is_hidden(const prg_series *series) {
  bool any = false;
  for (size_t t = 0; t < series->n; t++)
    any = any || series->observation[t] == PRG_SUPPRESSED;
  return any && prg_series_observed(series) == 0;
}

#define FEW 4 /* below this, the pooled forecast rests on the prior */

/* The whole series: of the figures alone, what is hidden at the ends is cut off. */
static prg_status refuse_if_too_few(const prg_forecaster *forecaster, const prg_series *whole,
                                    prg_notes *notes, prg_error *error) {
  const prg_model_type *model = forecaster->options.model;
  const prg_series *series = &forecaster->figures;
  size_t observed = prg_series_observed(series);
  prg_argument name = prg_string(series->name), count = prg_integer((long long)observed);
  if (observed == 0)
    return prg_fail(error,
                    is_hidden(whole) ? PRG_TEXT_FORECAST_HIDDEN : PRG_TEXT_FORECAST_NO_FIGURE,
                    PRG_ARGS(name));
  if (observed == 1 && !(forecaster->options.model_is_explicit && model == prg_models[0]))
    return prg_fail(error, PRG_TEXT_FORECAST_ONE_FIGURE, PRG_ARGS(name));
  if (observed < FEW)
    prg_notes_add(
        notes, model == prg_models[0] ? PRG_TEXT_NOTE_FEW_FIGURES : PRG_TEXT_NOTE_FEW_FIGURES_ALONE,
        PRG_ARGS(count));
  return PRG_OK;
}

/* The natural bounds: no negative number of anything that never was negative; a share is at most
 * one, or 100 per cent, whichever its figures keep within. */
static void find_bounds(const prg_series *series, double *lower, double *upper) {
  *lower = prg_series_minimum(series) >= 0 ? 0 : -INFINITY;
  *upper = INFINITY;
  if (series->kind != PRG_KIND_SHARE)
    return;
  double maximum = -INFINITY;
  for (size_t t = 0; t < series->n; t++)
    maximum = fmax(maximum, series->value[t]);
  *upper = maximum <= 1 ? 1 : maximum <= 100 ? 100 : INFINITY;
}

size_t prg_horizon_limit(const prg_series *series) {
  enum { LEAST = 20, SEASONS = 2, LENGTHS = 5 };
  const prg_series figures = trimmed(series, 0, series->n);
  size_t seasons = SEASONS * (size_t)series->season, lengths = LENGTHS * figures.n;
  size_t most = seasons > lengths ? seasons : lengths;
  return most > LEAST ? most : LEAST;
}

static prg_status refuse_if_too_far(const prg_forecaster *forecaster, const prg_series *series,
                                    prg_error *error) {
  size_t horizon = forecaster->options.horizon, limit = prg_horizon_limit(series);
  if (forecaster->options.for_evaluation || horizon <= limit)
    return PRG_OK;
  return prg_fail(error, PRG_TEXT_FORECAST_TOO_FAR,
                  PRG_ARGS(prg_string(series->name), prg_integer((long long)horizon),
                           prg_integer((long long)limit)));
}

static double within(double x, const prg_forecaster *forecaster) {
  return fmin(fmax(x, forecaster->lower), forecaster->upper);
}

/* Of the quantiles of one period those that an interval of 95 per cent is made of. */
typedef struct central {
  size_t first, last;
} central;

static central central_quantiles(const prg_distribution *distribution) {
  static const double tail = 0.0249;
  central c = {0, distribution->n_probability - 1};
  while (c.first < c.last && distribution->probability[c.first] < tail)
    c.first++;
  while (c.last > c.first && distribution->probability[c.last] > 1 - tail)
    c.last--;
  return c;
}

/* Where what is at a bound reaches the limits of the interval, it would claim to know the figure:
 * half of it stays at the bound, the rest is at least uniform over the unit of the figures next to
 * it. */
static void widen_at_bounds(const prg_forecaster *forecaster, prg_distribution *distribution) {
  const prg_series *figures = &forecaster->figures;
  const double unit = prg_rounding_unit(figures->value, figures->n);
  const double lower = forecaster->lower, upper = forecaster->upper;
  const central c = central_quantiles(distribution);
  for (size_t h = 0; h < distribution->horizon; h++) {
    double *q = distribution->quantile + h * distribution->n_probability;
    bool at_lower = q[c.last] <= lower, at_upper = q[c.first] >= upper;
    for (size_t i = 0; i < distribution->n_probability && (at_lower || at_upper); i++) {
      double part = 2 * distribution->probability[i] - 1;
      q[i] = at_lower ? fmax(q[i], lower + unit * fmax(0, part))
                      : fmin(q[i], upper + unit * fmin(0, part));
    }
  }
}

/* Keeps the distribution within the bounds; false if a quantile is not finite, or no number of
 * anything (a bound would hide it). */
static bool tidy_quantiles(const prg_forecaster *forecaster, prg_distribution *distribution) {
  static const double largest = 1e120; /* of the figures: 1e100 */
  size_t n = distribution->horizon * distribution->n_probability;
  for (size_t i = 0; i < n; i++)
    if (!(fabs(distribution->quantile[i]) <= largest))
      return false;
  prg_distribution_clamp_below(distribution, forecaster->lower);
  prg_distribution_clamp_above(distribution, forecaster->upper);
  widen_at_bounds(forecaster, distribution);
  return true;
}

static prg_status prepare(const prg_forecaster *forecaster, prg_forecast *forecast,
                          prg_error *error) {
  const prg_forecast_options *options = &forecaster->options;
  prg_distribution *distribution = &forecast->distribution;
  if (distribution->quantile != NULL && distribution->horizon == options->horizon &&
      distribution->n_probability == options->n_probability) {
    memcpy(distribution->probability, options->probability,
           options->n_probability * sizeof *options->probability);
    distribution->lower = -INFINITY; /* the last series' bounds are not this one's */
    distribution->upper = INFINITY;
    return PRG_OK;
  }
  prg_distribution_clear(distribution);
  return prg_distribution_init(distribution, options->horizon, options->probability,
                               options->n_probability, error);
}

/* Fits the model, from where the last fit ended if `again` and that was to the same first figures.
 */
static prg_status fit(prg_forecaster *forecaster, bool again, prg_notes *notes, prg_error *error) {
  const prg_model_type *model = forecaster->options.model;
  const prg_series *figures = &forecaster->figures;
  again = again && forecaster->begun == figures->value;
  prg_status status = again ? prg_model_refit(model, forecaster->state, figures, notes, error)
                            : prg_model_fit(model, forecaster->state, figures, notes, error);
  if (status == PRG_OK || !again)
    forecaster->begun = status == PRG_OK ? figures->value : NULL;
  return status;
}

/* Fits the model to the figures and fills the quantiles. */
static prg_status predict(prg_forecaster *forecaster, bool again, prg_forecast *forecast,
                          prg_error *error) {
  const prg_model_type *model = forecaster->options.model;
  const prg_series *figures = &forecaster->figures;
  if (forecaster->is_short) {
    forecast->model = prg_model_naive.name;
    return short_level_predict(&forecaster->brief, &forecaster->before, figures,
                               &forecast->distribution, error);
  }
  prg_status status = fit(forecaster, again, &forecast->notes, error);
  return status == PRG_OK ? model->predict(forecaster->state, &forecast->distribution, error)
                          : status;
}

/* What the user should know of the series itself. */
static prg_status note_series(const prg_series *whole, const prg_series *figures, size_t horizon,
                              prg_notes *notes, prg_error *error) {
  prg_facts facts;
  prg_status status = prg_facts_find(figures, &facts, error);
  if (status != PRG_OK)
    return status;
  prg_facts_note(&facts, figures, horizon, notes);
  size_t missing = figures->n - prg_series_observed(figures);
  if (missing > 0 && !prg_notes_has(notes, PRG_TEXT_FACTS_SPACING))
    prg_notes_add(notes, PRG_TEXT_NOTE_MISSING_INSIDE, PRG_ARGS(prg_integer((long long)missing)));
  if (whole->kind == PRG_KIND_UNKNOWN && prg_series_is_count(figures))
    prg_notes_add(notes, PRG_TEXT_NOTE_TAKEN_AS_STOCK, NULL);
  return PRG_OK;
}

/* Says why the default forecast leaves the straight line, if the series has turned from it. In a
 * series with seasons two steps in a row tell nothing of the trend. */
static void note_turn(const prg_forecast *forecast, const prg_series *figures, prg_notes *notes) {
  bool pooled = forecast->model == prg_models[0]->name || forecast->model == prg_model_auto.name;
  if (!pooled || figures->season > 1)
    return;
  prg_series_end end = prg_series_end_against(figures, prg_series_slope(figures));
  double line = prg_series_line(figures, figures->n), point = prg_forecast_point(forecast, 1);
  double departure = (point - line) * end.direction * pow(10, end.decimals);
  if (!(departure >= 1)) /* less does not show in the figures */
    return;
  char period[PRG_PERIOD_BYTES];
  prg_notes_add(notes, end.direction < 0 ? PRG_TEXT_NOTE_TURNS_DOWN : PRG_TEXT_NOTE_TURNS_UP,
                PRG_ARGS(prg_text_argument(end.subject),
                         prg_number(figures->value[end.index[2]], end.decimals),
                         prg_number(figures->value[end.index[1]], end.decimals),
                         prg_number(figures->value[end.index[0]], end.decimals),
                         prg_number(line, end.decimals),
                         prg_string(prg_period_print(prg_forecast_period(forecast, 1), period))));
}

/* What is remarkable of the series and its events, into the notes. */
static prg_status note_facts(const prg_forecaster *forecaster, prg_forecast *forecast,
                             prg_error *error) {
  const prg_event_list *events = forecaster->options.events;
  const prg_series *figures = &forecaster->figures;
  const size_t horizon = forecaster->options.horizon;
  note_turn(forecast, figures, &forecast->notes);
  prg_status status = note_series(forecast->series, figures, horizon, &forecast->notes, error);
  if (status == PRG_OK && events != NULL)
    status = event_notes(events, forecast->series, figures, horizon, &forecast->notes, error);
  return status;
}

static prg_status run(prg_forecaster *forecaster, const prg_series *series, bool again,
                      prg_forecast *forecast, prg_error *error) {
  forecast->series = series;
  forecast->model = forecaster->options.model->name;
  forecast->notes.n = 0;
  forecaster->fitted = false;
  cut_at_break(forecaster, series, &forecast->notes);
  prg_status status = refuse_if_too_far(forecaster, series, error);
  if (status == PRG_OK && !forecaster->is_short)
    status = refuse_if_too_few(forecaster, series, &forecast->notes, error);
  if (status == PRG_OK)
    status = prepare(forecaster, forecast, error);
  if (status == PRG_OK)
    status = predict(forecaster, again, forecast, error);
  if (status != PRG_OK)
    return status;

  forecast->origin = prg_series_period(&forecaster->figures, forecaster->figures.n - 1);
  find_bounds(&forecaster->figures, &forecaster->lower, &forecaster->upper);
  if (!tidy_quantiles(forecaster, &forecast->distribution))
    return prg_fail(error, PRG_TEXT_FORECAST_NOT_FINITE,
                    PRG_ARGS(prg_string(series->name), prg_string(forecast->model)));
  if (!forecaster->options.for_evaluation)
    status = note_facts(forecaster, forecast, error);
  forecaster->fitted = status == PRG_OK;
  return status;
}

prg_status prg_forecaster_run(prg_forecaster *forecaster, const prg_series *series,
                              prg_forecast *forecast, prg_error *error) {
  return run(forecaster, series, false, forecast, error);
}

prg_status prg_forecaster_rerun(prg_forecaster *forecaster, const prg_series *series,
                                prg_forecast *forecast, prg_error *error) {
  return run(forecaster, series, true, forecast, error);
}

prg_status prg_forecaster_paths(prg_forecaster *forecaster, size_t n_paths, unsigned long seed,
                                double *path, prg_error *error) {
  assert(forecaster->fitted);
  size_t horizon = forecaster->options.horizon;
  prg_status status =
      forecaster->is_short
          ? short_level_paths(&forecaster->brief, horizon, n_paths, seed, path, error)
          : forecaster->options.model->paths(forecaster->state, horizon, n_paths, seed, path,
                                             error);
  for (size_t i = 0; status == PRG_OK && i < n_paths * horizon; i++)
    path[i] = within(path[i], forecaster);
  return status;
}
