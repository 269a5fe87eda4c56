/*
 * The automatic choice.
 *
 * Annual series get the pooled forecast alone: on the M3 yearly series every blend is less accurate
 * than it is. Seasonal series long enough to compare models on get the linear pool of pooled,
 * theta, ets and arima with weights
 *
 *   w_k ∝ a_k (S_k / S_pooled)^−ρ,   a = 2/3 for pooled, 1/9 for each of the others,
 *
 * S_k the sum of the model's quantile scores (Gneiting and Raftery 2007, section 6) over the last
 * AUTO_ORIGINS origins inside the series, ρ = n/40 but at most 4: what a short series says of
 * models is mostly chance, so that it hardly moves the weights from a.
 *
 * Assumptions and limits: a model that fails at one of the origins is left out. The intervals are
 * those of the pool; that the weights are uncertain is not part of them.
 */
#include "model/auto.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "model/arima/arima.h"
#include "model/blend.h"
#include "model/pooled/pooled.h"
#include "model/smoothing/ets.h"
#include "model/smoothing/smoothing_models.h"

#define AUTO_ORIGINS 8    /* origins n − 1 … n − 8, each forecast to the end of the series */
#define FEWEST 20         /* figures; below, nothing is compared */
#define FEWEST_SEASONS 3  /* the same in seasons, so that ets and arima see two at each origin */
#define LONGEST_SEASON 24 /* ets and arima have none longer */
#define POOLED_SHARE (2.0 / 3)
#define POWER_PERIODS 40.0 /* ρ = n / POWER_PERIODS */
#define LARGEST_POWER 4.0

const prg_model_type *const auto_member[AUTO_MEMBERS] = {&prg_model_pooled, &prg_model_theta,
                                                         &prg_model_ets, &prg_model_arima};

typedef struct auto_state {
  void *state[AUTO_MEMBERS];
  double weight[AUTO_MEMBERS]; /* 0: not in the blend */
} auto_state;

static void auto_free(void *memory) {
  auto_state *state = memory;
  if (state == NULL)
    return;
  for (size_t k = 0; k < AUTO_MEMBERS; k++)
    if (state->state[k] != NULL)
      auto_member[k]->free(state->state[k]);
  free(state);
}

static void *auto_alloc(const prg_model_options *options) {
  auto_state *state = calloc(1, sizeof *state);
  for (size_t k = 0; state != NULL && k < AUTO_MEMBERS; k++) {
    state->state[k] = auto_member[k]->alloc(options);
    if (state->state[k] == NULL) {
      auto_free(state);
      return NULL;
    }
  }
  return state;
}

const double *auto_weights(const void *memory) {
  const auto_state *state = memory;
  return state->weight;
}

/* The mean quantile score 2 (1{y < q} − p)(q − y) of one period's quantiles: the lower the better,
 * the CRPS in the limit of many probabilities. */
static double quantile_score(const prg_distribution *d, size_t h, double y, double least) {
  double sum = 0;
  for (size_t i = 0; i < d->n_probability; i++) {
    double q = fmax(d->quantile[(h - 1) * d->n_probability + i], least);
    sum += 2 * ((y < q ? 1 : 0) - d->probability[i]) * (q - y);
  }
  return sum / (double)d->n_probability;
}

/* The member's score from the origin `back` periods before the end; infinite if it fails there. */
static double score_from(auto_state *state, size_t k, const prg_series *series, size_t back,
                         prg_distribution *scratch) {
  prg_series part = *series;
  prg_notes notes = {0};
  part.n -= back;
  scratch->horizon = back;
  if (prg_model_fit(auto_member[k], state->state[k], &part, &notes, NULL) != PRG_OK ||
      auto_member[k]->predict(state->state[k], scratch, NULL) != PRG_OK)
    return INFINITY;
  double sum = 0, least = prg_series_minimum(series) >= 0 ? 0 : -INFINITY;
  for (size_t h = 1; h <= back; h++) {
    double y = series->value[part.n + h - 1];
    sum += isnan(y) ? 0 : quantile_score(scratch, h, y, least);
  }
  return sum;
}

/* Sum of each member's scores over the origins; returns how many origins there were. */
static size_t compare(auto_state *state, const prg_series *series, prg_distribution *scratch,
                      double score[AUTO_MEMBERS]) {
  size_t origins = 0;
  for (size_t back = 1; back <= AUTO_ORIGINS; back++) {
    if (isnan(series->value[series->n - back - 1]))
      continue; /* the origin is a figure */
    origins++;
    for (size_t k = 0; k < AUTO_MEMBERS; k++)
      score[k] += isinf(score[k]) ? 0 : score_from(state, k, series, back, scratch);
  }
  return origins;
}

static void weigh(auto_state *state, const double score[AUTO_MEMBERS], size_t observed) {
  double power = fmin((double)observed / POWER_PERIODS, LARGEST_POWER);
  state->weight[0] = POOLED_SHARE;
  for (size_t k = 1; k < AUTO_MEMBERS; k++) {
    double ratio = score[k] / score[0];
    double share = (1 - POOLED_SHARE) / (AUTO_MEMBERS - 1) * pow(ratio, -power);
    state->weight[k] = isfinite(share) && isfinite(ratio) ? share : 0;
  }
}

static void normalise(auto_state *state) {
  double total = 0;
  for (size_t k = 0; k < AUTO_MEMBERS; k++)
    total += state->weight[k];
  for (size_t k = 0; k < AUTO_MEMBERS; k++)
    state->weight[k] /= total;
}

/* "pooled 64 %, theta 12 %, …" */
static void note_blend(const auto_state *state, size_t origins, prg_notes *notes) {
  char list[PRG_ARGUMENT_BYTES];
  int length = 0;
  for (size_t k = 0; k < AUTO_MEMBERS; k++)
    if (state->weight[k] > 0)
      length += snprintf(list + length, sizeof list - (size_t)length, "%s%s %.0f %%",
                         length > 0 ? ", " : "", auto_member[k]->name, 100 * state->weight[k]);
  prg_notes_add(notes, PRG_TEXT_AUTO_BLEND,
                PRG_ARGS(prg_string(list), prg_integer((long long)origins)));
}

/* Why the pooled forecast stands alone; PRG_TEXT_NONE if models can be compared. */
static prg_text why_alone(const prg_series *series, size_t observed) {
  size_t season = (size_t)series->season;
  if (season == 1)
    return PRG_TEXT_AUTO_ALONE_ANNUAL;
  if (season > LONGEST_SEASON)
    return PRG_TEXT_AUTO_ALONE_SEASON;
  if (observed < FEWEST || observed < FEWEST_SEASONS * season ||
      series->n <= AUTO_ORIGINS + FEWEST_SEASONS)
    return PRG_TEXT_AUTO_ALONE_SHORT;
  return PRG_TEXT_NONE;
}

/* Weights from the past; then the members that have one are fitted to the whole series. */
static prg_status fit_blend(auto_state *state, const prg_series *series, size_t observed,
                            prg_notes *notes, prg_error *error) {
  prg_distribution scratch = {0};
  double score[AUTO_MEMBERS] = {0};
  prg_status status = prg_distribution_init(&scratch, AUTO_ORIGINS, prg_standard_probability,
                                            prg_standard_probability_count, error);
  if (status != PRG_OK)
    return status;
  size_t origins = compare(state, series, &scratch, score);
  prg_distribution_clear(&scratch);
  weigh(state, score, observed);
  for (size_t k = 1; k < AUTO_MEMBERS; k++) {
    prg_notes unheard = {0};
    if (state->weight[k] > 0 &&
        prg_model_fit(auto_member[k], state->state[k], series, &unheard, NULL) != PRG_OK)
      state->weight[k] = 0;
  }
  normalise(state);
  note_blend(state, origins, notes);
  return prg_model_fit(auto_member[0], state->state[0], series, notes, error);
}

static prg_status auto_fit(void *memory, const prg_series *series, prg_notes *notes,
                           prg_error *error) {
  auto_state *state = memory;
  size_t observed = prg_series_observed(series);
  prg_text alone = why_alone(series, observed);
  if (alone == PRG_TEXT_NONE)
    return fit_blend(state, series, observed, notes, error);
  memset(state->weight, 0, sizeof state->weight);
  state->weight[0] = 1;
  prg_notes_add(notes, alone, PRG_ARGS(prg_integer((long long)observed)));
  return prg_model_fit(auto_member[0], state->state[0], series, notes, error);
}

static prg_status auto_predict(void *memory, prg_distribution *out, prg_error *error) {
  auto_state *state = memory;
  prg_distribution forecast[AUTO_MEMBERS] = {{0}};
  blend pool = {0};
  prg_status status = PRG_OK;
  if (state->weight[0] == 1)
    return auto_member[0]->predict(state->state[0], out, error);
  for (size_t k = 0; status == PRG_OK && k < AUTO_MEMBERS; k++) {
    if (state->weight[k] == 0)
      continue;
    status = prg_distribution_init(&forecast[k], out->horizon, out->probability, out->n_probability,
                                   error);
    if (status == PRG_OK)
      status = auto_member[k]->predict(state->state[k], &forecast[k], error);
    pool.member[pool.n] = &forecast[k];
    pool.weight[pool.n++] = state->weight[k];
  }
  if (status == PRG_OK)
    blend_quantiles(&pool, out);
  for (size_t k = 0; k < AUTO_MEMBERS; k++)
    prg_distribution_clear(&forecast[k]);
  return status;
}

/* Which member draws each path, and room for what one member draws. */
typedef struct lottery {
  size_t n_paths, horizon;
  unsigned char *choice; /* shape (n_paths) */
  double *own;           /* shape (n_paths, horizon) */
} lottery;

/* The paths of one member, put where the choice fell on it. */
static prg_status scatter_paths(auto_state *state, size_t k, const lottery *drawn,
                                unsigned long seed, double *path, prg_error *error) {
  size_t n = 0, next = 0, horizon = drawn->horizon;
  for (size_t i = 0; i < drawn->n_paths; i++)
    n += drawn->choice[i] == k;
  if (n == 0)
    return PRG_OK;
  prg_status status = auto_member[k]->paths(state->state[k], horizon, n, seed, drawn->own, error);
  for (size_t i = 0; status == PRG_OK && i < drawn->n_paths; i++)
    if (drawn->choice[i] == k)
      memcpy(path + i * horizon, drawn->own + next++ * horizon, horizon * sizeof *path);
  return status;
}

static prg_status auto_paths(void *memory, size_t horizon, size_t n_paths, unsigned long seed,
                             double *path, prg_error *error) {
  auto_state *state = memory;
  lottery drawn = {n_paths, horizon, malloc(n_paths + 1),
                   malloc((n_paths * horizon + 1) * sizeof *path)};
  blend pool = {.n = AUTO_MEMBERS};
  memcpy(pool.weight, state->weight, sizeof state->weight);
  prg_status status = PRG_OK;
  if (drawn.choice == NULL || drawn.own == NULL ||
      !blend_choose(&pool, n_paths, seed, drawn.choice))
    status = prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  for (size_t k = 0; status == PRG_OK && k < AUTO_MEMBERS; k++)
    status = scatter_paths(state, k, &drawn, seed + k, path, error);
  free(drawn.choice);
  free(drawn.own);
  return status;
}

const prg_model_type prg_model_auto = {
    .name = "auto",
    .title = PRG_TEXT_MODEL_AUTO,
    .min_n = 1,
    .alloc = auto_alloc,
    .free = auto_free,
    .fit = auto_fit,
    .predict = auto_predict,
    .paths = auto_paths,
};
