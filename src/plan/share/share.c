/*
 * Assumptions and limits: the share's logit is a random walk, with drift if it is trended; its
 * yearly variance is estimated from the few shares there are together with two degrees of freedom
 * of what chance alone would do to so many pupils. Population and share are independent. A
 * population of variants is one variant all through. The method is in docs/method.md.
 */
#include <prognos/share.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>
#include <gsl/gsl_sort.h>
#include <gsl/gsl_statistics_double.h>

#include <prognos/number.h>

#include "plan/share/share_pool.h"

#define PRIOR_DF 2
#define FEW 4 /* shares; below this the prior has the most to say */

void prg_share_options_init(prg_share_options *options) {
  *options = (prg_share_options){.method = PRG_SHARE_CONSTANT,
                                 .years = 3,
                                 .given = NAN,
                                 .n_paths = 4000,
                                 .seed = 1,
                                 .probability = prg_standard_probability,
                                 .n_probability = prg_standard_probability_count};
}

prg_status prg_share_method_read(const char *text, prg_share_options *options, prg_error *error) {
  static const char *const name[] = {"constant", "mean", "trend"};
  for (int m = 0; m < PRG_SHARE_GIVEN; m++)
    if (strcmp(text, name[m]) == 0) {
      options->method = (prg_share_method)m;
      return PRG_OK;
    }
  double per_cent;
  size_t n = strlen(text);
  if (!(prg_number_parse(text, n, '.', &per_cent) || prg_number_parse(text, n, ',', &per_cent)) ||
      per_cent <= 0 || per_cent >= 100)
    return prg_fail(error, PRG_TEXT_SHARE_METHOD, PRG_ARGS(prg_string(text)));
  options->method = PRG_SHARE_GIVEN;
  options->given = per_cent / 100;
  return PRG_OK;
}

void prg_share_clear(prg_share *share) {
  free(share->year);
  free(share->path);
  prg_forecast_clear(&share->forecast);
  *share = (prg_share){0};
}

/* --- the shares that have been --- */

/* The years with both figures. */
typedef struct share_history {
  size_t n;
  size_t *t;                 /* shape (n): place in the series; owned */
  double *share;             /* shape (n): in (0, 1); owned */
  double pupils, population; /* of the last of them */
} share_history;

static void clear_history(share_history *history) {
  free(history->t);
  free(history->share);
}

/* None today does not mean none ever: nobody counts as half a person, everybody as half a person
 * less than all. */
static double share_of(double pupils, double population) {
  return fmin(fmax(pupils, .5), population - .5) / population;
}

static prg_status more_than_all(const prg_series *pupils, size_t t, double population,
                                prg_error *error) {
  char period[PRG_PERIOD_BYTES];
  return prg_fail(error, PRG_TEXT_SHARE_ABOVE_ALL,
                  PRG_ARGS(prg_string(pupils->name),
                           prg_string(prg_period_print(prg_series_period(pupils, t), period)),
                           prg_number(pupils->value[t], -1), prg_number(population, -1)));
}

static prg_status read_history(const prg_series *pupils, const prg_population_group *population,
                               share_history *history, prg_error *error) {
  *history = (share_history){.t = calloc(pupils->n + 1, sizeof *history->t),
                             .share = calloc(pupils->n + 1, sizeof *history->share)};
  if (history->t == NULL || history->share == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  for (size_t t = 0; t < pupils->n; t++) {
    double all = prg_population_at(population, prg_series_period(pupils, t), 0);
    if (isnan(pupils->value[t]) || isnan(all))
      continue;
    if (pupils->value[t] > all || all < 1 || pupils->value[t] < 0)
      return more_than_all(pupils, t, all, error);
    history->t[history->n] = t;
    history->share[history->n++] = share_of(pupils->value[t], all);
    history->pupils = pupils->value[t];
    history->population = all;
  }
  return PRG_OK;
}

static size_t last_figure(const prg_series *series) {
  size_t t = series->n;
  while (t > 0 && isnan(series->value[t - 1]))
    t--;
  return t;
}

static prg_status check_history(const prg_series *pupils, const share_history *history,
                                const prg_share_options *options, prg_error *error) {
  char period[PRG_PERIOD_BYTES];
  size_t n = last_figure(pupils);
  if (n == 0)
    return prg_fail(error, PRG_TEXT_FORECAST_NO_FIGURE, PRG_ARGS(prg_string(pupils->name)));
  if (history->n == 0 || history->t[history->n - 1] != n - 1)
    return prg_fail(
        error, PRG_TEXT_SHARE_NO_POPULATION_NOW,
        PRG_ARGS(prg_string(pupils->name),
                 prg_string(prg_period_print(prg_series_period(pupils, n - 1), period))));
  if (options->method == PRG_SHARE_TREND && history->n < 3)
    return prg_fail(error, PRG_TEXT_SHARE_NO_TREND,
                    PRG_ARGS(prg_string(pupils->name), prg_integer((long long)history->n)));
  return PRG_OK;
}

/* --- the walk of its logit --- */

static double logit(double p) {
  return log(p / (1 - p));
}

static double logistic(double x) {
  return 1 / (1 + exp(-x));
}

/* The logit h years ahead: level + h drift + errors, whose variances are in units of `variance`. */
typedef struct share_walk {
  double own; /* the level before it is weighed toward the peers */
  double level, drift;
  share_pooled pooled;   /* of no peers if there are none */
  double variance, df;   /* of one yearly change */
  double level_variance; /* of the level, in units of `variance` */
  double drift_variance; /* of the drift, likewise */
} share_walk;

/* The level: the last share, the given one, or the arithmetic mean of the last k, which anybody can
 * recompute. Under a random walk that mean is off the last by a variance of (k−1)(2k−1)/6k changes.
 */
static void set_level(const share_history *history, const prg_share_options *options,
                      share_walk *walk) {
  double share = history->share[history->n - 1];
  if (options->method == PRG_SHARE_GIVEN)
    share = options->given;
  if (options->method == PRG_SHARE_MEAN) {
    size_t k = options->years < history->n ? options->years : history->n;
    share = gsl_stats_mean(history->share + history->n - k, 1, k);
    walk->level_variance = (double)((k - 1) * (2 * k - 1)) / (6 * (double)k);
  }
  walk->level = walk->own = logit(share);
}

/*
 * s² = (2 v + Σ (x[t] − x[s] − k drift)² / k) / (2 + n − p) over the n neighbouring shares, k = t −
 * s years apart, v = 1/(N p (1 − p)) being the variance of a logit by chance alone, p = 1 with a
 * drift.
 */
static share_walk fit_walk(const share_history *history, const prg_share_options *options) {
  const double *p = history->share;
  size_t last = history->n - 1;
  bool trended = options->method == PRG_SHARE_TREND;
  double steps = (double)(history->t[last] - history->t[0]), squares = 0;
  share_walk walk = {.drift = trended ? (logit(p[last]) - logit(p[0])) / steps : 0,
                     .drift_variance = trended ? 1 / steps : 0};
  for (size_t i = 1; i < history->n; i++) {
    double k = (double)(history->t[i] - history->t[i - 1]);
    double rest = logit(p[i]) - logit(p[i - 1]) - k * walk.drift;
    squares += rest * rest / k;
  }
  double chance = 1 / (history->population * p[last] * (1 - p[last]));
  walk.df = PRIOR_DF + (double)last - trended;
  walk.variance = (PRIOR_DF * chance + squares) / walk.df;
  set_level(history, options, &walk);
  return walk;
}

/* Chance is that of one year, of a mean too: the pupils of years in a row are mostly the same. */
static prg_status pool_level(const share_history *history, const prg_share_options *options,
                             const prg_series *pupils, share_walk *walk, prg_error *error) {
  if (options->peers == NULL || options->method == PRG_SHARE_GIVEN)
    return PRG_OK;
  double p = logistic(walk->own);
  share_pool pool = {.peers = options->peers,
                     .years = options->years,
                     .pupils = pupils,
                     .level = walk->own,
                     .variance = 1 / (history->population * p * (1 - p))};
  prg_status status = share_pool_fit(&pool, &walk->pooled, error);
  if (status == PRG_OK)
    walk->level = walk->pooled.level;
  return status;
}

/* --- paths and quantiles --- */

/* One future: one variant of the population, one variance, level and drift, a shock a year. */
static void draw_path(const share_walk *walk, const prg_population_group *population,
                      const prg_share *share, gsl_rng *random, double *path) {
  double sigma = sqrt(walk->variance * walk->df / gsl_ran_chisq(random, walk->df));
  double score = gsl_ran_gaussian(random, 1);
  double x = walk->level + gsl_ran_gaussian(random, sigma) * sqrt(walk->level_variance);
  double drift = walk->drift + gsl_ran_gaussian(random, sigma) * sqrt(walk->drift_variance);
  for (size_t h = 0; h < share->horizon; h++) {
    x += drift + gsl_ran_gaussian(random, sigma);
    path[h] = logistic(x) * prg_population_at(population, share->year[h].period, score);
  }
}

/* Moves the paths of year h so that their median is the point, share × population, which a reader
 * will check; fills the quantiles. */
static void take_quantiles(prg_share *share, size_t h, double *sorted) {
  double *path = share->path + h, point = share->year[h].pupils[PRG_VARIANT_MIDDLE];
  prg_distribution *distribution = &share->forecast.distribution;
  for (size_t k = 0; k < share->n_paths; k++)
    sorted[k] = path[k * share->horizon];
  gsl_sort(sorted, 1, share->n_paths);
  double scale = point / gsl_stats_median_from_sorted_data(sorted, 1, share->n_paths);
  for (size_t k = 0; k < share->n_paths; k++)
    path[k * share->horizon] *= scale;
  for (size_t i = 0; i < distribution->n_probability; i++)
    distribution->quantile[h * distribution->n_probability + i] =
        scale * gsl_stats_quantile_from_sorted_data(sorted, 1, share->n_paths,
                                                    distribution->probability[i]);
}

static prg_status simulate(const share_walk *walk, const prg_population_group *population,
                           const prg_share_options *options, prg_share *share, prg_error *error) {
  share->n_paths = options->n_paths;
  share->path = calloc(options->n_paths * share->horizon, sizeof *share->path);
  double *sorted = calloc(options->n_paths, sizeof *sorted);
  gsl_rng *random = gsl_rng_alloc(gsl_rng_mt19937);
  prg_status status = PRG_OK;
  if (share->path == NULL || sorted == NULL || random == NULL)
    status = prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  else
    status = prg_distribution_init(&share->forecast.distribution, share->horizon,
                                   options->probability, options->n_probability, error);
  if (status == PRG_OK) {
    gsl_rng_set(random, options->seed);
    for (size_t k = 0; k < options->n_paths; k++)
      draw_path(walk, population, share, random, share->path + k * share->horizon);
    for (size_t h = 0; h < share->horizon; h++)
      take_quantiles(share, h, sorted);
    prg_distribution_clamp_below(&share->forecast.distribution, 0);
  }
  if (random != NULL)
    gsl_rng_free(random);
  free(sorted);
  return status;
}

/* --- year by year --- */

static prg_share_year year_of(const prg_population_group *population, prg_period period,
                              double share) {
  prg_share_year year = {.period = period, .share = share, .rival = {NAN, NAN}};
  for (int v = 0; v < PRG_VARIANTS; v++) {
    year.population[v] = prg_population_at(population, period, (v - 1) * PRG_VARIANT_SCORE);
    year.pupils[v] = share * year.population[v];
  }
  return year;
}

/*
 * Kitagawa (Journal of the American Statistical Association 50, 1955) for one group: with p the
 * share and N the population, p₁N₁ − p₀N₀ = (p₁ − p₀)(N₀ + N₁)/2 + (N₁ − N₀)(p₀ + p₁)/2. Each
 * effect is taken at the mean of the other, so that nothing is left over.
 */
static void decompose(const prg_share_year *now, prg_share_year *year) {
  double n0 = now->population[PRG_VARIANT_MIDDLE], n1 = year->population[PRG_VARIANT_MIDDLE];
  year->share_effect = (year->share - now->share) * (n0 + n1) / 2;
  year->population_effect = (n1 - n0) * (now->share + year->share) / 2;
}

/* How many years ahead the population is known. */
static size_t reach_of(const prg_population_group *population, prg_period origin) {
  size_t h = 0;
  while (h < PRG_HORIZON_MAX &&
         !isnan(prg_population_at(population, prg_period_add(origin, (int)h + 1), 0)))
    h++;
  return h;
}

static prg_status set_horizon(const prg_population_group *population, size_t asked,
                              prg_share *share, prg_error *error) {
  char period[PRG_PERIOD_BYTES];
  size_t reach = reach_of(population, share->now.period);
  prg_argument last =
      prg_string(prg_period_print(prg_period_add(share->now.period, (int)reach), period));
  if (reach == 0)
    return prg_fail(error, PRG_TEXT_SHARE_NO_FUTURE,
                    PRG_ARGS(prg_string(share->forecast.series->name), last));
  if (asked > reach)
    return prg_fail(
        error, PRG_TEXT_SHARE_TOO_FAR,
        PRG_ARGS(prg_string(share->forecast.series->name), last, prg_integer((long long)asked)));
  share->horizon = asked == 0 ? reach : asked;
  share->year = calloc(share->horizon, sizeof *share->year);
  return share->year == NULL ? prg_fail(error, PRG_TEXT_NO_MEMORY, NULL) : PRG_OK;
}

static void set_years(const share_history *history, const share_walk *walk,
                      const prg_population_group *population, prg_share *share) {
  share->now.share = history->pupils / history->population;
  share->now.pupils[PRG_VARIANT_MIDDLE] = history->pupils;
  for (size_t h = 0; h < share->horizon; h++) {
    double x = walk->level + (double)(h + 1) * walk->drift;
    share->year[h] =
        year_of(population, prg_period_add(share->now.period, (int)h + 1), logistic(x));
    decompose(&share->now, &share->year[h]);
  }
}

/* --- in words --- */

static prg_argument period_argument(prg_period period) {
  char text[PRG_PERIOD_BYTES];
  return prg_string(prg_period_print(period, text));
}

/* The share of the last year as the unit's own figures have it. */
static double own_share(const share_walk *walk, const prg_share *share) {
  return logistic(walk->own + (double)share->horizon * walk->drift);
}

static void note_method(const share_history *history, const share_walk *walk,
                        const prg_share_options *options, prg_share *share) {
  static const prg_text text[] = {PRG_TEXT_NOTE_SHARE_CONSTANT, PRG_TEXT_NOTE_SHARE_MEAN,
                                  PRG_TEXT_NOTE_SHARE_TREND, PRG_TEXT_NOTE_SHARE_GIVEN};
  const prg_share_year *last = &share->year[share->horizon - 1];
  size_t k = options->years < history->n ? options->years : history->n;
  prg_notes *notes = &share->forecast.notes;
  prg_argument per_cent = prg_number(100 * own_share(walk, share), 2);
  prg_argument now = prg_number(100 * share->now.share, 2);
  if (walk->pooled.n > 0 && options->method == PRG_SHARE_CONSTANT)
    return; /* it is not kept */
  if (options->method == PRG_SHARE_MEAN)
    prg_notes_add(notes, text[options->method], PRG_ARGS(per_cent, prg_integer((long long)k), now));
  else
    prg_notes_add(
        notes, text[options->method],
        PRG_ARGS(per_cent, period_argument(share->now.period), now, period_argument(last->period)));
}

static void note_pooling(const share_walk *walk, prg_share *share) {
  const prg_share_year *last = &share->year[share->horizon - 1];
  if (walk->pooled.n > 0)
    prg_notes_add(&share->forecast.notes, PRG_TEXT_NOTE_SHARE_POOLED,
                  PRG_ARGS(prg_number(100 * own_share(walk, share), 2),
                           prg_number(100 * (1 - walk->pooled.weight), 0),
                           prg_integer((long long)walk->pooled.n), prg_number(100 * last->share, 2),
                           period_argument(last->period)));
}

static void note_change(const prg_share *share, prg_notes *notes) {
  const prg_share_year *last = &share->year[share->horizon - 1];
  double change = last->pupils[PRG_VARIANT_MIDDLE] - share->now.pupils[PRG_VARIANT_MIDDLE];
  prg_notes_add(notes, PRG_TEXT_NOTE_SHARE_CHANGE,
                PRG_ARGS(period_argument(last->period), prg_number(change, 1),
                         prg_number(last->share_effect, 1),
                         prg_number(last->population_effect, 1)));
}

static void note_population(const prg_population_group *population, const prg_share *share,
                            prg_notes *notes) {
  prg_notes_add(notes,
                population->forecast != NULL && prg_population_has_spread(population)
                    ? PRG_TEXT_NOTE_SHARE_QUANTILES
                : prg_population_has_spread(population) ? PRG_TEXT_NOTE_SHARE_VARIANTS
                                                        : PRG_TEXT_NOTE_SHARE_NO_VARIANTS,
                NULL);
  for (size_t h = 0; h < share->horizon; h++)
    if (!prg_population_is_given(population, share->year[h].period)) {
      prg_notes_add(notes, PRG_TEXT_NOTE_SHARE_BETWEEN, NULL);
      return;
    }
}

static void note_all(const share_history *history, const share_walk *walk,
                     const prg_population_group *population, const prg_share_options *options,
                     prg_share *share) {
  prg_notes *notes = &share->forecast.notes;
  note_method(history, walk, options, share);
  note_pooling(walk, share);
  note_change(share, notes);
  note_population(population, share, notes);
  if (history->n < FEW)
    prg_notes_add(notes, PRG_TEXT_NOTE_SHARE_FEW, PRG_ARGS(prg_integer((long long)history->n)));
}

/* --- all of it --- */

prg_status prg_share_project(const prg_series *pupils, const prg_population_group *population,
                             const prg_share_options *options, prg_share *out, prg_error *error) {
  *out = (prg_share){.forecast = {.series = pupils, .model = "share"}};
  share_history history;
  prg_status status = read_history(pupils, population, &history, error);
  if (status == PRG_OK)
    status = check_history(pupils, &history, options, error);
  if (status == PRG_OK) {
    out->years = history.n;
    out->forecast.origin = prg_series_period(pupils, history.t[history.n - 1]);
    out->now = year_of(population, out->forecast.origin, history.share[history.n - 1]);
    status = set_horizon(population, options->horizon, out, error);
  }
  share_walk walk;
  if (status == PRG_OK) {
    walk = fit_walk(&history, options);
    status = pool_level(&history, options, pupils, &walk, error);
  }
  if (status == PRG_OK) {
    set_years(&history, &walk, population, out);
    status = simulate(&walk, population, options, out, error);
  }
  if (status == PRG_OK)
    note_all(&history, &walk, population, options, out);
  clear_history(&history);
  return status;
}

/* --- beside other forecasts --- */

void prg_share_add_rival(prg_share *share, prg_share_rival which, const prg_forecast *forecast) {
  for (size_t h = 0; h < share->horizon && h < forecast->distribution.horizon; h++)
    share->year[h].rival[which] = prg_forecast_point(forecast, h + 1);
}

void prg_share_note_spread(prg_share *share, double group_size) {
  const prg_share_year *last = &share->year[share->horizon - 1];
  double low = last->pupils[PRG_VARIANT_MIDDLE], high = low;
  for (int r = 0; r < PRG_SHARE_RIVALS; r++) {
    low = fmin(low, last->rival[r]); /* fmin takes the other of a NaN */
    high = fmax(high, last->rival[r]);
  }
  double spread = nearbyint(high - low);
  if (isnan(last->rival[PRG_SHARE_DIRECT]) && isnan(last->rival[PRG_SHARE_LINE]))
    return;
  bool groups = !isnan(group_size);
  prg_notes_add(&share->forecast.notes,
                groups ? PRG_TEXT_NOTE_SHARE_SPREAD_GROUPS : PRG_TEXT_NOTE_SHARE_SPREAD,
                PRG_ARGS(period_argument(last->period), prg_number(spread, 0), prg_number(low, 0),
                         prg_number(high, 0),
                         prg_number(groups ? ceil(spread / group_size) : 0, 0)));
}
