#include <prognos/backtest.h>

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

struct prg_backtest {
  prg_backtest_options options;
  const prg_model_type **model; /* shape (options.n_model): a copy, naive among them */
  size_t naive;                 /* its place */
  prg_forecaster **forecaster;  /* shape (options.n_model) */
  prg_scorer *scorer;
  prg_forecast forecast; /* the last one; its memory serves all */
};

void prg_backtest_options_init(prg_backtest_options *options) {
  *options = (prg_backtest_options){.model = prg_models, .n_model = 1, .horizon = 5};
  prg_model_options_init(&options->model_options);
}

static size_t place_of(const prg_model_type *const *model, size_t n, const char *name) {
  size_t k = 0;
  while (k < n && strcmp(model[k]->name, name) != 0)
    k++;
  return k;
}

/* Copies the models, and naive after them if it is not there. */
static bool copy_models(prg_backtest *backtest, const prg_backtest_options *options) {
  size_t n = options->n_model;
  backtest->model = malloc((n + 1) * sizeof *backtest->model);
  backtest->forecaster = calloc(n + 1, sizeof(prg_forecaster *));
  if (backtest->model == NULL || backtest->forecaster == NULL)
    return false;
  memcpy(backtest->model, options->model, n * sizeof(prg_model_type *));
  backtest->naive = place_of(options->model, n, "naive");
  if (backtest->naive == n)
    backtest->model[n++] = prg_model_find("naive");
  backtest->options.model = backtest->model;
  backtest->options.n_model = n;
  return true;
}

static bool alloc_forecasters(prg_backtest *backtest) {
  prg_forecast_options options;
  prg_forecast_options_init(&options);
  options.model_is_explicit = true;
  options.horizon = backtest->options.horizon;
  options.for_evaluation = true;
  options.model_options = backtest->options.model_options;
  options.events = backtest->options.events;
  for (size_t k = 0; k < backtest->options.n_model; k++) {
    options.model = backtest->model[k];
    backtest->forecaster[k] = prg_forecaster_alloc(&options, NULL);
    if (backtest->forecaster[k] == NULL)
      return false;
  }
  backtest->scorer = prg_scorer_alloc(options.probability, options.n_probability, NULL);
  return backtest->scorer != NULL;
}

prg_backtest *prg_backtest_alloc(const prg_backtest_options *options, prg_error *error) {
  assert(options->n_model >= 1);
  assert(options->horizon >= 1 && options->horizon <= PRG_HORIZON_MAX);
  prg_backtest *backtest = calloc(1, sizeof *backtest);
  if (backtest != NULL) {
    backtest->options = *options;
    if (copy_models(backtest, options) && alloc_forecasters(backtest))
      return backtest;
  }
  prg_backtest_free(backtest);
  prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  return NULL;
}

void prg_backtest_free(prg_backtest *backtest) {
  if (backtest == NULL)
    return;
  for (size_t k = 0; backtest->forecaster != NULL && k < backtest->options.n_model; k++)
    prg_forecaster_free(backtest->forecaster[k]);
  free(backtest->forecaster);
  free(backtest->model);
  prg_scorer_free(backtest->scorer);
  prg_forecast_clear(&backtest->forecast);
  free(backtest);
}

const prg_model_type *const *prg_backtest_models(const prg_backtest *backtest, size_t *n) {
  *n = backtest->options.n_model;
  return backtest->options.model;
}

size_t prg_backtest_horizon(const prg_backtest *backtest) {
  return backtest->options.horizon;
}

void prg_backtest_result_clear(prg_backtest_result *result) {
  if (result == NULL)
    return;
  free(result->admitted);
  free(result->origin);
  free(result->score);
  *result = (prg_backtest_result){0};
}

static prg_score *scores_of(const prg_backtest_result *result, size_t i, size_t k) {
  return result->score + (i * result->n_model + k) * result->horizon;
}

const prg_score *prg_backtest_score(const prg_backtest_result *result, size_t i, size_t k,
                                    size_t h) {
  assert(i < result->n_origin && k < result->n_model && h >= 1 && h <= result->horizon);
  return scores_of(result, i, k) + h - 1;
}

/* Room for n items of that size in *array; keeps what is large enough, not its content. */
static bool reserve(void *array, size_t *room, size_t n, size_t size) {
  void **memory = array;
  if (n <= *room)
    return true;
  free(*memory);
  *memory = malloc(n * size);
  *room = *memory == NULL ? 0 : n;
  return *memory != NULL;
}

static prg_status begin_result(const prg_backtest *backtest, const prg_series *series,
                               prg_backtest_result *result, prg_error *error) {
  size_t n_model = backtest->options.n_model;
  result->series = series;
  result->model = backtest->options.model;
  result->n_model = n_model;
  result->horizon = backtest->options.horizon;
  result->n_origin = 0;
  result->notes.n = 0;
  if (!reserve(&result->admitted, &result->room_models, n_model, sizeof *result->admitted))
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  return PRG_OK;
}

static bool reserve_origins(prg_backtest_result *result, size_t n) {
  size_t scores = n * result->n_model * result->horizon;
  return reserve(&result->origin, &result->room_origins, n, sizeof *result->origin) &&
         reserve(&result->score, &result->room_scores, scores, sizeof *result->score);
}

static const size_t first_default = 4; /* fewer, and every model rests on its assumptions alone */
static const size_t first_seasons = 2; /* a season seen once is no pattern */

static size_t default_first(size_t observed, size_t season) {
  size_t seasons = season > 1 ? first_seasons * season : 0, half = observed / 2;
  size_t wanted = seasons < half ? seasons : half;
  return season > 1 && wanted > first_default ? wanted : first_default;
}

/* Which models take part, and the shortest window that all of them can do with. */
static void admit_models(const prg_backtest *backtest, size_t observed,
                         prg_backtest_result *result) {
  const prg_backtest_options *options = &backtest->options;
  size_t first =
      options->first > 0 ? options->first : default_first(observed, (size_t)result->series->season);
  size_t most = observed / 2 > first ? observed / 2 : first;
  for (size_t k = 0; k < options->n_model; k++) {
    const prg_model_type *model = options->model[k];
    result->admitted[k] =
        k == backtest->naive || !options->models_are_optional || model->min_n <= most;
    if (!result->admitted[k])
      prg_notes_add(&result->notes, PRG_TEXT_NOTE_BACKTEST_TOO_LONG,
                    PRG_ARGS(prg_string(model->name), prg_integer((long long)model->min_n)));
    else if (model->min_n > first)
      first = model->min_n;
  }
  result->first = first;
}

/* Where the level of place t ends: at the next break, or with the series. */
static size_t level_end(const prg_backtest *backtest, const prg_series *series, size_t t) {
  const prg_event_list *events = backtest->options.events;
  size_t end = series->n;
  for (size_t i = 0; events != NULL && i < events->n; i++) {
    prg_period period;
    if (events->item[i].kind != PRG_EVENT_LEVEL ||
        !prg_event_period(&events->item[i], series, &period))
      continue;
    long long at = (long long)period.ordinal - series->start.ordinal;
    if (at > (long long)t && at < (long long)end)
      end = (size_t)at;
  }
  return end;
}

/* True if there is a figure of the same level within the horizon after place t. */
static bool has_outcome(const prg_backtest *backtest, const prg_series *series, size_t t) {
  const size_t end = level_end(backtest, series, t);
  for (size_t h = 1; h <= backtest->options.horizon && t + h < end; h++)
    if (!isnan(series->value[t + h]))
      return true;
  return false;
}

/* Model k's forecasts from the i-th origin, scored. Its windows come from the longest down: all but
 * the first begin where the search for the one before ended. */
static prg_status score_model(prg_backtest *backtest, size_t k, const prg_backtest_result *result,
                              size_t i, bool is_last, prg_error *error) {
  const prg_series *series = result->series;
  const size_t t = result->origin[i], end = level_end(backtest, series, t);
  prg_forecast *forecast = &backtest->forecast;
  prg_score *score = scores_of(result, i, k);
  prg_series window = *series;
  window.n = t + 1;
  prg_status status = is_last
                          ? prg_forecaster_run(backtest->forecaster[k], &window, forecast, error)
                          : prg_forecaster_rerun(backtest->forecaster[k], &window, forecast, error);
  for (size_t h = 1; status == PRG_OK && h <= result->horizon; h++) {
    double actual = t + h < end ? series->value[t + h] : NAN;
    prg_scorer_run(backtest->scorer, &forecast->distribution, h, actual, &score[h - 1]);
  }
  return status;
}

static bool is_refusal(prg_status status) {
  return status == PRG_EREFUSED || status == PRG_EINPUT;
}

/*
 * All models at one origin, into row i. At the last origin a model that refuses takes no part from
 * there on, unless it is naive; elsewhere its refusal is the answer.
 */
static prg_status score_origin(prg_backtest *backtest, size_t t, size_t i, bool is_last,
                               prg_backtest_result *result, prg_error *error) {
  result->origin[i] = t;
  for (size_t k = 0; k < result->n_model; k++) {
    prg_error refusal;
    prg_score *score = scores_of(result, i, k);
    prg_status status =
        result->admitted[k] ? score_model(backtest, k, result, i, is_last, &refusal) : PRG_OK;
    if (is_refusal(status) && is_last && k != backtest->naive) {
      result->admitted[k] = false;
      prg_notes_add(&result->notes, PRG_TEXT_NOTE_BACKTEST_LEFT_OUT,
                    PRG_ARGS(prg_string(result->series->name), prg_string(result->model[k]->name)));
      prg_notes_add(&result->notes, refusal.message.text, refusal.message.argument);
    } else if (status != PRG_OK) {
      if (error != NULL)
        *error = refusal;
      return status;
    }
    for (size_t h = 0; !result->admitted[k] && h < result->horizon; h++)
      score[h] = (prg_score){.actual = NAN};
  }
  return PRG_OK;
}

/* From the last origin to the first; the `room` rows, more than there are origins, are filled from
 * the end and moved to the front. */
static prg_status score_origins(prg_backtest *backtest, size_t observed, size_t room,
                                prg_backtest_result *result, prg_error *error) {
  const prg_series *series = result->series;
  size_t row = room, skipped = 0;
  for (size_t t = series->n; t-- > 0 && observed >= result->first;) {
    if (isnan(series->value[t]))
      continue;
    observed--; /* from here on: figures before t */
    if (!has_outcome(backtest, series, t))
      continue;
    prg_status status = score_origin(backtest, t, row - 1, row == room, result, error);
    if (status == PRG_OK)
      row--;
    else if (is_refusal(status) && row < room)
      skipped++;
    else
      return status;
  }
  result->n_origin = room - row;
  memmove(result->origin, result->origin + row, result->n_origin * sizeof *result->origin);
  memmove(result->score, scores_of(result, row, 0),
          result->n_origin * result->n_model * result->horizon * sizeof *result->score);
  if (skipped > 0)
    prg_notes_add(&result->notes, PRG_TEXT_NOTE_BACKTEST_SKIPPED,
                  PRG_ARGS(prg_integer((long long)skipped)));
  return PRG_OK;
}

/* Tells which model made the shortest window that long, if one did. */
static prg_status refuse_too_few(const prg_backtest *backtest, const prg_backtest_result *result,
                                 size_t observed, prg_error *error) {
  const prg_argument name = prg_string(result->series->name);
  const prg_argument count = prg_integer((long long)observed);
  const prg_argument first = prg_integer((long long)result->first);
  for (size_t k = 0; k < result->n_model; k++)
    if (result->admitted[k] && result->model[k]->min_n == result->first &&
        result->first > backtest->options.first && result->first > first_default)
      return prg_fail(error, PRG_TEXT_BACKTEST_TOO_FEW_FOR,
                      PRG_ARGS(name, count, first, prg_string(result->model[k]->name)));
  return prg_fail(error, PRG_TEXT_BACKTEST_TOO_FEW, PRG_ARGS(name, count, first));
}

prg_status prg_backtest_run(prg_backtest *backtest, const prg_series *series,
                            prg_backtest_result *result, prg_error *error) {
  size_t observed = prg_series_observed(series);
  prg_status status = begin_result(backtest, series, result, error);
  if (status != PRG_OK)
    return status;
  admit_models(backtest, observed, result);
  if (observed > result->first) {
    size_t room = observed - result->first + 1;
    status = reserve_origins(result, room) ? score_origins(backtest, observed, room, result, error)
                                           : prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  }
  if (status == PRG_OK && result->n_origin == 0)
    return refuse_too_few(backtest, result, observed, error);
  if (status == PRG_OK)
    result->scale = prg_scale_of(series, result->origin[0] + 1);
  return status;
}
