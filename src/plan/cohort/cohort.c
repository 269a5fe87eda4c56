/*
 * Assumptions and limits: what a year brings it brings to all grades alike (the year effect, see
 * cohort_year.h) and to each grade by chance, with a variance in proportion to its expectation. The
 * pattern of the ratios over the grades is taken to stay as it is.
 */
#include <prognos/cohort.h>

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>

#include "base/word.h"
#include "plan/cohort/cohort_ratio.h"
#include "plan/cohort/cohort_year.h"

static const double usual_dispersion = .04; /* in Swedish counties, ages 7–15 */
static const double usual_df = 4;           /* what that counts for, in figures */
static const double grade_df = 3;           /* what the other grades count for in one grade */
static const int rounds = 3;                /* dispersion and ratios settle */

/* What is known of the step into one grade beside what is shown. */
typedef struct step_model {
  double log_ratio, error_variance;
  double df;         /* of the dispersion */
  double from_empty; /* persons expected if nobody is in the grade below */
} step_model;

struct prg_cohort {
  prg_cohort_options options;
  size_t n_grade;
  bool whole;              /* every figure is a whole number */
  prg_cohort_ratio *ratio; /* shape (n_grade); [0] is not used */
  step_model *step;        /* the same */
  double *last;            /* shape (n_grade): persons in the last year */
  double level_weight;
  prg_year_effect effect;
};

/* Workspace of one fit. */
typedef struct fitting {
  const prg_cohort_table *table;
  const prg_cohort_pool *pool;
  prg_cohort *cohort;
  prg_departure *departure; /* shape (n_grade) */
  double *dispersion;       /* the same */
  double *y, *variance;     /* shape (n_year): the year effects with their error variances */
} fitting;

static const char *const migration_name[PRG_MIGRATION_COUNT] = {"recent", "none", "5-year",
                                                                "10-year"};

const char *prg_migration_name(prg_migration migration) {
  return migration_name[migration];
}

bool prg_migration_from_name(const char *name, prg_migration *migration) {
  size_t place = word_place(migration_name, PRG_MIGRATION_COUNT, name);
  if (place == PRG_MIGRATION_COUNT)
    return false;
  *migration = (prg_migration)place;
  return true;
}

void prg_cohort_options_init(prg_cohort_options *options) {
  *options = (prg_cohort_options){10, 5, PRG_MIGRATION_RECENT};
}

/* The plain means of a scenario are ratios without decay. */
static prg_cohort_options options_of_scenario(const prg_cohort_options *options) {
  prg_cohort_options changed = *options;
  if (options->migration == PRG_MIGRATION_5_YEARS)
    changed.years = 5;
  if (options->migration == PRG_MIGRATION_10_YEARS)
    changed.years = 10;
  if (changed.years != options->years || options->migration != PRG_MIGRATION_RECENT)
    changed.half_life = INFINITY;
  return changed;
}

static void find_ratios(fitting *fit) {
  prg_cohort *cohort = fit->cohort;
  for (size_t g = 1; g < cohort->n_grade; g++) {
    prg_cohort_ratio *ratio = &cohort->ratio[g];
    prg_log_ratio own = prg_cohort_log_ratio(fit->table, 1, g, &cohort->options), other = {0, 0};
    if (fit->pool != NULL)
      other = prg_cohort_log_ratio(fit->pool->table, fit->pool->n, g, &cohort->options);
    if (isnan(other.value))
      other = (prg_log_ratio){0, 0};
    ratio->own = exp(own.value);
    ratio->reference = exp(other.value);
    fit->departure[g].value = own.value - other.value;
    fit->departure[g].own = ratio->dispersion * own.spread;
    fit->departure[g].reference = ratio->dispersion * other.spread;
  }
  double common = prg_cohort_shrink(fit->departure + 1, cohort->n_grade - 1);
  for (size_t g = 1; g < cohort->n_grade; g++) {
    prg_departure *d = &fit->departure[g];
    prg_cohort_ratio *ratio = &cohort->ratio[g];
    double level = fit->pool == NULL ? 0 : common; /* against a reference, the effect has it */
    cohort->step[g].log_ratio = log(ratio->reference) + d->shrunk - level;
    cohort->step[g].error_variance = d->weight * d->own;
    if (fit->pool == NULL)
      ratio->reference = exp(common);
    ratio->weight = d->weight;
  }
}

/* y[t] = ln Σ to/δ − ln Σ m/δ, m being what the ratios expect: the mean by precision. */
static void find_year_effects(fitting *fit) {
  const prg_cohort *cohort = fit->cohort;
  for (size_t t = 1; t < fit->table->n_year; t++) {
    double came = 0, expected = 0;
    for (size_t g = 1; g < cohort->n_grade; g++) {
      prg_step step = prg_cohort_step(fit->table, g, t);
      if (isnan(step.from))
        continue;
      came += step.to / cohort->ratio[g].dispersion;
      expected += step.from * exp(cohort->step[g].log_ratio) / cohort->ratio[g].dispersion;
    }
    bool known = came > 0 && expected > 0;
    fit->y[t] = known ? log(came / expected) : NAN;
    fit->variance[t] = known ? 1 / expected : 1;
  }
}

/* Sum of the squared departures of one grade from expectation, per person, and how free they are:
 * the ratio takes one, the year effects each grade's part in them. */
static void sum_squares(const fitting *fit, size_t g, double *sum, double *df) {
  const prg_cohort *cohort = fit->cohort;
  *sum = *df = 0;
  for (size_t t = 1; t < fit->table->n_year; t++) {
    prg_step step = prg_cohort_step(fit->table, g, t);
    if (isnan(step.from) || isnan(fit->y[t]))
      continue;
    double m = step.from * exp(cohort->step[g].log_ratio + fit->y[t]);
    if (!(m > 0))
      continue;
    *sum += (step.to - m) * (step.to - m) / fmax(m, 1);
    *df += 1 - fmin(1, m / cohort->ratio[g].dispersion * fit->variance[t]);
  }
  *df = fmax(*df - fit->departure[g].weight, 0);
}

/* The dispersion of one grade, pulled toward `common` as if that were `df_common` figures more. */
static double dispersion_of(const fitting *fit, size_t g, double common, double df_common,
                            double *df) {
  double sum;
  sum_squares(fit, g, &sum, df);
  *df += df_common;
  return (sum + common * df_common) / *df;
}

/* What the grades have in common is a geometric mean: the few who move away from home at 18 shall
 * not make the children's figures uncertain. */
static void find_dispersion(fitting *fit) {
  prg_cohort *cohort = fit->cohort;
  double log_sum = 0, weight = 0, df;
  for (size_t g = 1; g < cohort->n_grade; g++) {
    double own = dispersion_of(fit, g, usual_dispersion, usual_df, &df);
    log_sum += df * log(own);
    weight += df;
  }
  double common = weight > 0 ? exp(log_sum / weight) : usual_dispersion;
  for (size_t g = 1; g < cohort->n_grade; g++)
    fit->dispersion[g] = dispersion_of(fit, g, common, grade_df, &cohort->step[g].df);
  for (size_t g = 1; g < cohort->n_grade; g++)
    cohort->ratio[g].dispersion = fit->dispersion[g];
}

static void fit_all(fitting *fit) {
  prg_cohort *cohort = fit->cohort;
  for (int round = 0; round < rounds; round++) {
    find_ratios(fit);
    find_year_effects(fit);
    if (round + 1 < rounds)
      find_dispersion(fit);
  }
  prg_year_effect_fit(fit->y + 1, fit->variance + 1, fit->table->n_year - 1, &cohort->effect);
  cohort->level_weight = prg_year_effect_level_weight(&cohort->effect);
  if (cohort->options.migration != PRG_MIGRATION_RECENT)
    prg_year_effect_rest(&cohort->effect);
  double mean = prg_year_effect_mean(&cohort->effect, 1);
  for (size_t g = 1; g < cohort->n_grade; g++) {
    if (cohort->options.migration == PRG_MIGRATION_NONE)
      cohort->step[g].log_ratio = cohort->step[g].error_variance = 0;
    cohort->ratio[g].used = exp(cohort->step[g].log_ratio + mean);
  }
}

static void describe_table(prg_cohort *cohort, const prg_cohort_table *table) {
  cohort->whole = true;
  for (size_t i = 0; i < table->n_grade * table->n_year; i++)
    if (!isnan(table->count[i]) && table->count[i] != floor(table->count[i]))
      cohort->whole = false;
  for (size_t g = 0; g < table->n_grade; g++) {
    cohort->last[g] = table->count[g * table->n_year + table->n_year - 1];
    cohort->ratio[g] = (prg_cohort_ratio){.dispersion = usual_dispersion};
    cohort->ratio[g].years = g > 0 ? prg_cohort_steps(table, g) : 0;
    cohort->step[g].from_empty = g > 0 ? prg_cohort_from_empty(table, g) : 0;
  }
}

static prg_cohort *cohort_new(size_t n_grade) {
  prg_cohort *cohort = calloc(1, sizeof *cohort);
  if (cohort == NULL)
    return NULL;
  cohort->n_grade = n_grade;
  cohort->ratio = calloc(n_grade, sizeof *cohort->ratio);
  cohort->step = calloc(n_grade, sizeof *cohort->step);
  cohort->last = calloc(n_grade, sizeof *cohort->last);
  if (cohort->ratio != NULL && cohort->step != NULL && cohort->last != NULL)
    return cohort;
  prg_cohort_free(cohort);
  return NULL;
}

void prg_cohort_free(prg_cohort *cohort) {
  if (cohort == NULL)
    return;
  free(cohort->ratio);
  free(cohort->step);
  free(cohort->last);
  free(cohort);
}

prg_status prg_cohort_fit(const prg_cohort_table *table, const prg_cohort_pool *pool,
                          const prg_cohort_options *options, prg_cohort **out, prg_error *error) {
  assert(table->n_grade <= PRG_COHORT_GRADES_MAX);
  *out = NULL;
  prg_cohort *cohort = cohort_new(table->n_grade);
  fitting fit = {table,
                 pool,
                 cohort,
                 calloc(table->n_grade, sizeof *fit.departure),
                 calloc(table->n_grade, sizeof *fit.dispersion),
                 calloc(table->n_year, sizeof *fit.y),
                 calloc(table->n_year, sizeof *fit.variance)};
  bool room = cohort != NULL && fit.departure != NULL && fit.dispersion != NULL && fit.y != NULL &&
              fit.variance != NULL;
  if (room) {
    cohort->options = options_of_scenario(options);
    describe_table(cohort, table);
    fit_all(&fit);
    *out = cohort;
  } else {
    prg_cohort_free(cohort);
  }
  free(fit.departure);
  free(fit.dispersion);
  free(fit.y);
  free(fit.variance);
  return room ? PRG_OK : prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
}

const prg_cohort_ratio *prg_cohort_ratio_into(const prg_cohort *cohort, size_t g) {
  return &cohort->ratio[g];
}

double prg_cohort_level_weight(const prg_cohort *cohort) {
  return cohort->level_weight;
}

/* One draw of everything that is uncertain but does not change from year to year. */
typedef struct truth {
  double log_ratio[PRG_COHORT_GRADES_MAX], dispersion[PRG_COHORT_GRADES_MAX];
} truth;

static void draw_truth(const prg_cohort *cohort, gsl_rng *random, truth *drawn) {
  for (size_t g = 1; g < cohort->n_grade; g++) {
    const step_model *step = &cohort->step[g];
    drawn->log_ratio[g] =
        step->log_ratio + gsl_ran_gaussian_ziggurat(random, sqrt(step->error_variance));
    drawn->dispersion[g] = cohort->ratio[g].dispersion * step->df / gsl_ran_chisq(random, step->df);
  }
}

/* Persons where m are expected. A grade nobody is expected in still varies as one of one would. */
static double draw_count(double m, double dispersion, bool whole, gsl_rng *random) {
  double count = m + gsl_ran_gaussian_ziggurat(random, sqrt(dispersion * fmax(m, 1)));
  return fmax(whole ? floor(count + .5) : count, 0);
}

static double draw_added(double expected, bool whole, gsl_rng *random) {
  if (!(expected > 0))
    return 0;
  return whole ? (double)gsl_ran_poisson(random, expected) : expected;
}

static void draw_path(const prg_cohort *cohort, const prg_cohort_future *future,
                      const double *entry, gsl_rng *random, double *effect, double *path) {
  truth drawn;
  draw_truth(cohort, random, &drawn);
  prg_year_effect_draw(&cohort->effect, random, future->horizon, effect);
  const double *before = cohort->last;
  for (size_t h = 0; h < future->horizon; h++) {
    double *now = path + h * cohort->n_grade;
    now[0] = cohort->whole ? floor(entry[h] + .5) : entry[h];
    for (size_t g = 1; g < cohort->n_grade; g++) {
      double m = before[g - 1] > 0 ? before[g - 1] * exp(drawn.log_ratio[g] + effect[h])
                                   : cohort->step[g].from_empty;
      now[g] = draw_count(m, drawn.dispersion[g], cohort->whole, random);
    }
    for (size_t g = 0; future->added != NULL && g < cohort->n_grade; g++)
      now[g] += draw_added(future->added[h * cohort->n_grade + g], cohort->whole, random);
    before = now;
  }
}

prg_status prg_cohort_paths(const prg_cohort *cohort, const prg_cohort_future *future,
                            size_t n_paths, unsigned long seed, double *path, prg_error *error) {
  gsl_rng *random = gsl_rng_alloc(gsl_rng_mt19937);
  double *effect = malloc(future->horizon * sizeof *effect);
  bool room = random != NULL && effect != NULL;
  if (room) {
    gsl_rng_set(random, seed);
    for (size_t i = 0; i < n_paths; i++)
      draw_path(cohort, future, future->entry + i * future->horizon, random, effect,
                path + i * future->horizon * cohort->n_grade);
  }
  gsl_rng_free(random);
  free(effect);
  return room ? PRG_OK : prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
}
