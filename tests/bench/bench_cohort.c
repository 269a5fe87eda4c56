/*
 * Cohort progression from every origin: how wrong, and how often inside its intervals.
 *
 *   bench_cohort FILE [option=value …]
 *
 *   entry=FILE    births by unit and year        part=0|1   every other unit only (of 2)
 *   from=7 to=15  the grades that are judged     years=6    figures before the origin (0: all)
 *   first=1977 last=2014  the origins            pool=1     the other units as a reference
 *   models=1      the extrapolations, too: mean absolute percentage error of single grades
 *
 * Prints Markdown rows for leads 1, 3, 5, 7, 10, of single grades and of their sum: number of
 * forecasts, MAPE, OWA against the last figure (the mean of the ratios of mean absolute and of
 * mean symmetric percentage errors), coverage of the 80 and 95 per cent intervals.
 */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <gsl/gsl_errno.h>
#include <gsl/gsl_sort.h>

#include <prognos/cohort_plan.h>
#include <prognos/reading.h>

#define LEADS 10
#define PATHS 1000
#define MODELS 5

static const char *const model_names[MODELS] = {"naive", "drift", "linear", "theta", "pooled"};
static const size_t shown[] = {1, 3, 5, 7, 10};

typedef struct score {
  double n, percent, absolute, symmetric, naive_absolute, naive_symmetric, in_80, in_95;
} score;

typedef struct bench {
  prg_reading reading, births;
  prg_cohort_units units;
  bool has_births;
  int part, from, to, years, first, last, pool, models;
  score single[LEADS], sum[LEADS];
  double model_percent[MODELS][LEADS], model_n[LEADS];
  prg_forecaster *forecaster[MODELS];
} bench;

static void stop(const prg_error *error) {
  prg_buffer words;
  prg_buffer_init(&words);
  prg_error_write(error, PRG_ENGLISH, &words);
  fprintf(stderr, "bench_cohort: %s\n", prg_buffer_string(&words));
  exit(1);
}

static double actual_of(const prg_cohort_unit *unit, int grade, size_t t) {
  return unit->table.count[(size_t)(grade - unit->first) * unit->table.n_year + t];
}

static double symmetric(double forecast, double actual) {
  return forecast + actual > 0 ? 2 * fabs(forecast - actual) / (forecast + actual) : 0;
}

static double quantile(const double *sorted, double p) {
  return sorted[(size_t)(p * (PATHS - 1) + .5)];
}

static void judge(score *s, double *draw, double actual, double naive) {
  gsl_sort(draw, 1, PATHS);
  double forecast = quantile(draw, .5);
  if (!(actual > 0))
    return;
  s->n++;
  s->percent += fabs(forecast / actual - 1);
  s->absolute += fabs(forecast - actual);
  s->symmetric += symmetric(forecast, actual);
  s->naive_absolute += fabs(naive - actual);
  s->naive_symmetric += symmetric(naive, actual);
  s->in_80 += actual >= quantile(draw, .1) && actual <= quantile(draw, .9);
  s->in_95 += actual >= quantile(draw, .025) && actual <= quantile(draw, .975);
}

/* The unit as it was known at year number t, its last years only. */
static prg_cohort_unit known_at(const prg_cohort_unit *unit, size_t t, int years, double *room) {
  size_t begin = years > 0 && t + 1 > (size_t)years ? t + 1 - (size_t)years : 0, n = t + 1 - begin;
  prg_cohort_unit known = *unit;
  known.start = prg_period_add(unit->start, (int)begin);
  known.table = (prg_cohort_table){unit->table.n_grade, n, room};
  for (size_t g = 0; g < unit->table.n_grade; g++)
    memcpy(room + g * n, unit->table.count + g * unit->table.n_year + begin, n * sizeof *room);
  return known;
}

static void judge_plan(bench *b, const prg_cohort_unit *unit, const prg_cohort_plan *plan,
                       size_t t) {
  double draw[PATHS], sum[PATHS];
  for (size_t h = 1; h <= LEADS && t + h < unit->table.n_year; h++) {
    double actual = 0, naive = 0;
    memset(sum, 0, sizeof sum);
    for (int grade = b->from; grade <= b->to; grade++) {
      size_t row = (size_t)(grade - unit->first);
      for (size_t i = 0; i < PATHS; i++)
        sum[i] += draw[i] = plan->path[(i * LEADS + h - 1) * plan->panel.n + row];
      actual += actual_of(unit, grade, t + h);
      naive += actual_of(unit, grade, t);
      judge(&b->single[h - 1], draw, actual_of(unit, grade, t + h), actual_of(unit, grade, t));
    }
    judge(&b->sum[h - 1], sum, actual, naive);
  }
}

static void judge_model(bench *b, size_t k, const prg_cohort_unit *unit, int grade, size_t t) {
  prg_series series;
  prg_forecast forecast = {0};
  prg_error error;
  const double *value = unit->table.count + (size_t)(grade - unit->first) * unit->table.n_year;
  if (prg_series_init_values(&series, "", unit->start, value, t + 1, &error) != PRG_OK)
    stop(&error);
  series.kind = PRG_KIND_PEOPLE;
  if (prg_forecaster_run(b->forecaster[k], &series, &forecast, &error) != PRG_OK)
    stop(&error);
  for (size_t h = 1; h <= LEADS && t + h < unit->table.n_year; h++) {
    b->model_percent[k][h - 1] += fabs(prg_forecast_point(&forecast, h) / value[t + h] - 1);
    b->model_n[h - 1] += k == 0;
  }
  prg_forecast_clear(&forecast);
  prg_series_clear(&series);
}

static void judge_models(bench *b, const prg_cohort_unit *unit, size_t t) {
  for (size_t k = 0; b->models && k < MODELS; k++)
    for (int grade = b->from; grade <= b->to; grade++)
      judge_model(b, k, unit, grade, t);
}

static void judge_origin(bench *b, size_t i, size_t t) {
  const prg_cohort_unit *unit = &b->units.unit[i];
  double *room = calloc(b->units.n * unit->table.n_grade * unit->table.n_year, sizeof *room);
  prg_cohort_table *others = calloc(b->units.n, sizeof *others);
  prg_cohort_pool pool = {others, 0};
  prg_cohort_plan plan;
  prg_cohort_plan_options options;
  prg_error error;
  prg_cohort_plan_options_init(&options);
  options.horizon = LEADS;
  options.n_paths = PATHS;
  size_t cells = unit->table.n_grade * unit->table.n_year;
  prg_cohort_unit known = known_at(unit, t, b->years, room);
  for (size_t k = 0; b->pool && k < b->units.n; k++)
    if (k != i)
      others[pool.n++] =
          known_at(&b->units.unit[k], t, b->years, room + (k < i ? k + 1 : k) * cells).table;
  options.pool = b->pool ? &pool : NULL;
  prg_series births = {0};
  if (b->has_births) {
    const prg_series *all = prg_panel_find(&b->births.panel, unit->name);
    births = all != NULL ? *all : b->births.panel.series[0];
    births.n = (size_t)prg_period_distance(births.start, prg_cohort_unit_origin(&known)) + 1;
    options.births = &births;
  }
  if (prg_cohort_plan_make(&known, &options, &plan, &error) != PRG_OK)
    stop(&error);
  judge_plan(b, unit, &plan, t);
  judge_models(b, unit, t);
  prg_cohort_plan_clear(&plan);
  free(others);
  free(room);
}

static void print_row(const char *what, size_t h, const score *s) {
  if (s->n > 0)
    printf("| %s | %zu | %.0f | %.3f | %.3f | %.1f | %.1f |\n", what, h, s->n,
           100 * s->percent / s->n,
           (s->absolute / s->naive_absolute + s->symmetric / s->naive_symmetric) / 2,
           100 * s->in_80 / s->n, 100 * s->in_95 / s->n);
}

static void print_all(const bench *b) {
  printf(
      "| what | lead | forecasts | MAPE | OWA | in 80 | in 95 |\n|---|---|---|---|---|---|---|\n");
  for (size_t i = 0; i < sizeof shown / sizeof shown[0]; i++)
    print_row("single", shown[i], &b->single[shown[i] - 1]);
  for (size_t i = 0; i < sizeof shown / sizeof shown[0]; i++)
    print_row("sum", shown[i], &b->sum[shown[i] - 1]);
  for (size_t k = 0; b->models && k < MODELS; k++) {
    printf("MAPE of %s on single grades:", model_names[k]);
    for (size_t i = 0; i < sizeof shown / sizeof shown[0]; i++)
      printf(" %.3f", 100 * b->model_percent[k][shown[i] - 1] / b->model_n[shown[i] - 1]);
    printf("\n");
  }
}

static int number_option(int argc, char **argv, const char *name, int initial) {
  size_t n = strlen(name);
  for (int i = 2; i < argc; i++)
    if (strncmp(argv[i], name, n) == 0 && argv[i][n] == '=')
      return atoi(argv[i] + n + 1);
  return initial;
}

static void read_all(bench *b, int argc, char **argv) {
  prg_error error;
  if (argc < 2 || prg_read_file(argv[1], NULL, &b->reading, &error) != PRG_OK ||
      prg_cohort_units_make(&b->reading.panel, &b->units, &error) != PRG_OK)
    stop(&error);
  for (int i = 2; i < argc; i++)
    if (strncmp(argv[i], "entry=", 6) == 0) {
      b->has_births = true;
      if (prg_read_file(argv[i] + 6, NULL, &b->births, &error) != PRG_OK)
        stop(&error);
    }
  for (size_t k = 0; k < MODELS; k++) {
    prg_forecast_options options;
    prg_forecast_options_init(&options);
    options.model = prg_model_find(model_names[k]);
    options.horizon = LEADS;
    b->forecaster[k] = prg_forecaster_alloc(&options, &error);
  }
}

int main(int argc, char **argv) {
  static bench b;
  gsl_set_error_handler_off();
  read_all(&b, argc, argv);
  b.part = number_option(argc, argv, "part", 2);
  b.from = number_option(argc, argv, "from", 7);
  b.to = number_option(argc, argv, "to", 15);
  b.years = number_option(argc, argv, "years", 0);
  b.first = number_option(argc, argv, "first", 1977);
  b.last = number_option(argc, argv, "last", 2014);
  b.pool = number_option(argc, argv, "pool", 0);
  b.models = number_option(argc, argv, "models", 0);
  for (size_t i = 0; i < b.units.n; i++)
    for (int year = b.first; year <= b.last && (b.part == 2 || (int)(i % 2) == b.part); year++)
      judge_origin(&b, i, (size_t)(year - b.units.unit[i].start.ordinal));
  print_all(&b);
  return 0;
}
