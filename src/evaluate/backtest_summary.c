#include <prognos/backtest_summary.h>

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <gsl/gsl_cdf.h>

prg_status prg_backtest_summary_init(prg_backtest_summary *summary, const prg_backtest *backtest,
                                     prg_error *error) {
  size_t n;
  const prg_model_type *const *model = prg_backtest_models(backtest, &n);
  return prg_backtest_summary_init_of(summary, model, n, prg_backtest_horizon(backtest), error);
}

prg_status prg_backtest_summary_init_of(prg_backtest_summary *summary,
                                        const prg_model_type *const *model, size_t n,
                                        size_t horizon, prg_error *error) {
  *summary = (prg_backtest_summary){.model = model, .n_model = n, .horizon = horizon};
  while (strcmp(summary->model[summary->naive]->name, "naive") != 0)
    summary->naive++;
  summary->n_admitted = calloc(n, sizeof *summary->n_admitted);
  summary->n_better = calloc(n, sizeof *summary->n_better);
  summary->accuracy = calloc(n * (summary->horizon + 1), sizeof *summary->accuracy);
  if (summary->n_admitted != NULL && summary->n_better != NULL && summary->accuracy != NULL)
    return PRG_OK;
  prg_backtest_summary_clear(summary);
  return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
}

void prg_backtest_summary_clear(prg_backtest_summary *summary) {
  if (summary == NULL)
    return;
  free(summary->n_admitted);
  free(summary->n_better);
  free(summary->accuracy);
  *summary = (prg_backtest_summary){0};
}

void prg_backtest_summary_reset(prg_backtest_summary *summary) {
  size_t n = summary->n_model;
  summary->n_series = summary->n_origin = 0;
  memset(summary->n_admitted, 0, n * sizeof *summary->n_admitted);
  memset(summary->n_better, 0, n * sizeof *summary->n_better);
  memset(summary->accuracy, 0, n * (summary->horizon + 1) * sizeof *summary->accuracy);
}

static prg_accuracy *accuracy_of(const prg_backtest_summary *summary, size_t k, size_t lead) {
  assert(k < summary->n_model && lead <= summary->horizon);
  return &summary->accuracy[k * (summary->horizon + 1) + lead];
}

/* Σ |f − y| over the outcomes after the i-th origin: the same outcomes for every model. */
static double error_at(const prg_backtest_result *result, size_t i, size_t k) {
  double sum = 0;
  for (size_t h = 1; h <= result->horizon; h++) {
    const prg_score *score = prg_backtest_score(result, i, k, h);
    sum += isnan(score->actual) ? 0 : fabs(score->point - score->actual);
  }
  return sum;
}

static void add_model(prg_backtest_summary *summary, const prg_backtest_result *result, size_t k) {
  summary->n_admitted[k]++;
  for (size_t i = 0; i < result->n_origin; i++) {
    for (size_t h = 1; h <= result->horizon; h++) {
      const prg_score *score = prg_backtest_score(result, i, k, h);
      prg_accuracy_add(accuracy_of(summary, k, 0), score, &result->scale);
      prg_accuracy_add(accuracy_of(summary, k, h), score, &result->scale);
    }
    summary->n_better[k] += error_at(result, i, k) < error_at(result, i, summary->naive);
  }
}

void prg_backtest_summary_add(prg_backtest_summary *summary, const prg_backtest_result *result) {
  assert(result->n_model == summary->n_model && result->horizon == summary->horizon);
  summary->n_series++;
  summary->n_origin += result->n_origin;
  for (size_t k = 0; k < summary->n_model; k++)
    if (result->admitted[k])
      add_model(summary, result, k);
}

bool prg_backtest_summary_has(const prg_backtest_summary *summary, size_t k) {
  return summary->n_series > 0 && summary->n_admitted[k] == summary->n_series;
}

prg_measures prg_backtest_summary_measures(const prg_backtest_summary *summary, size_t k,
                                           size_t lead) {
  return prg_accuracy_measures(accuracy_of(summary, k, lead));
}

static double mase_of(const prg_backtest_summary *summary, size_t k) {
  return prg_backtest_summary_measures(summary, k, 0).mase;
}

/* The model other than naive with the smallest MASE; n_model if there is none. */
static size_t find_challenger(const prg_backtest_summary *summary) {
  size_t best = summary->n_model;
  for (size_t k = 0; k < summary->n_model; k++) {
    if (k == summary->naive || !prg_backtest_summary_has(summary, k) || isnan(mase_of(summary, k)))
      continue;
    if (best == summary->n_model || mase_of(summary, k) < mase_of(summary, best))
      best = k;
  }
  return best;
}

/* P(X >= better), X ~ Bin(n, ½). */
static double sign_test(size_t better, size_t n) {
  return better == 0 ? 1 : gsl_cdf_binomial_Q((unsigned)better - 1, .5, (unsigned)n);
}

static void warn_of_narrow_intervals(const prg_backtest_summary *summary, size_t k,
                                     prg_notes *notes) {
  const prg_accuracy *accuracy = accuracy_of(summary, k, 0);
  prg_measures measures = prg_accuracy_measures(accuracy);
  if (measures.coverage_95_upper < .95)
    prg_notes_add(notes, PRG_TEXT_BACKTEST_NARROW,
                  PRG_ARGS(prg_string(summary->model[k]->name),
                           prg_integer((long long)accuracy->inside_95),
                           prg_integer((long long)accuracy->n)));
}

static void tell_partly_tested(const prg_backtest_summary *summary, prg_notes *notes) {
  for (size_t k = 0; k < summary->n_model; k++)
    if (summary->n_admitted[k] > 0 && !prg_backtest_summary_has(summary, k))
      prg_notes_add(notes, PRG_TEXT_NOTE_BACKTEST_PARTLY,
                    PRG_ARGS(prg_string(summary->model[k]->name),
                             prg_integer((long long)summary->n_admitted[k]),
                             prg_integer((long long)summary->n_series)));
}

static const size_t enough_origins = 10;
static const double significance = .05;

void prg_backtest_recommend(const prg_backtest_summary *summary, prg_notes *notes) {
  size_t best = find_challenger(summary), n = summary->n_origin;
  double naive = mase_of(summary, summary->naive);
  tell_partly_tested(summary, notes);
  if (best == summary->n_model || isnan(naive)) {
    prg_notes_add(notes, PRG_TEXT_BACKTEST_NO_RANKING, NULL);
    return;
  }
  double mase = mase_of(summary, best);
  size_t better = summary->n_better[best];
  prg_argument name = prg_string(summary->model[best]->name);
  if (mase >= naive) {
    prg_notes_add(
        notes, PRG_TEXT_BACKTEST_NONE_BEATS,
        PRG_ARGS(prg_number(naive, 2), name, prg_number(mase, 2), prg_integer((long long)n)));
    best = summary->naive;
  } else {
    prg_text text = n < enough_origins                    ? PRG_TEXT_BACKTEST_FEW
                    : sign_test(better, n) > significance ? PRG_TEXT_BACKTEST_UNPROVEN
                                                          : PRG_TEXT_BACKTEST_BEST;
    prg_notes_add(notes, text,
                  PRG_ARGS(name, prg_number(mase, 2), prg_number(naive, 2),
                           prg_integer((long long)better), prg_integer((long long)n)));
  }
  warn_of_narrow_intervals(summary, best, notes);
}
