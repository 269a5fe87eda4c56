/*
 * How right the forecasts of a model are on many series whose outcome is known:
 *
 *   accuracy train.csv test.csv [model [last [season [prior.csv]]]] | heading
 *
 * reads two files of the same series, forecasts each from its training part (from its last figures
 * only, if `last` is not 0; with a seasonal prior of one's own, if there is one) over the periods
 * of its test part, and prints a Markdown row: sMAPE, MASE, OWA, coverage of the 80 and 95 per cent
 * intervals, MSIS, the number of series. Model "heading" prints the heading.
 *
 *   sMAPE = mean 200 |y − f| / (|y| + |f|);  MASE = mean |y − f| / Q,
 *   MSIS = mean (U − L + 2/α (L − y)⁺ + 2/α (y − U)⁺) / Q, α = .05,
 *   OWA = (sMAPE / that of naive + MASE / that of naive) / 2,
 *
 * Q being the mean of |y[t] − y[t − m]| over the full training part (Makridakis, Spiliotis,
 * Assimakopoulos, Int. J. Forecasting 36, 2020); "naive" is the last figure, whatever the season.
 * Each is the mean over a series' periods, then over the series. Series whose Q is 0 are left out.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <gsl/gsl_errno.h>

#include <prognos/forecast.h>
#include <prognos/reading.h>
#include <prognos/source.h>

enum { SMAPE, MASE, NAIVE_SMAPE, NAIVE_MASE, IN_80, IN_95, MSIS, MEASURES };

typedef struct score {
  double sum[MEASURES];
  size_t n, refused, constant;
} score;

typedef struct task {
  prg_reading train, test;
  const prg_model_type *model;
  size_t last;
  int season; /* 0: as the periods are written */
  prg_forecaster *forecaster;
  size_t horizon; /* of the forecaster */
  prg_seasonal_node_list prior;
  score score;
} task;

/* The mean absolute change over m periods; 0 if there is none. */
static double scale_of(const prg_series *series, size_t m) {
  double sum = 0, n = 0;
  for (size_t t = m; t < series->n; t++) {
    double change = fabs(series->value[t] - series->value[t - m]);
    sum += isnan(change) ? 0 : change;
    n += isnan(change) ? 0 : 1;
  }
  return n > 0 ? sum / n : 0;
}

static double smape(double y, double f) {
  return y == f ? 0 : 200 * fabs(y - f) / (fabs(y) + fabs(f));
}

static void measure(double mean[MEASURES], const prg_forecast *forecast, const prg_series *test,
                    double last, double q) {
  double horizon = (double)test->n;
  for (size_t h = 1; h <= test->n; h++) {
    double y = test->value[h - 1], f = prg_forecast_point(forecast, h), low, high;
    mean[SMAPE] += smape(y, f) / horizon;
    mean[MASE] += fabs(y - f) / q / horizon;
    mean[NAIVE_SMAPE] += smape(y, last) / horizon;
    mean[NAIVE_MASE] += fabs(y - last) / q / horizon;
    prg_forecast_interval(forecast, h, .80, &low, &high);
    mean[IN_80] += (y >= low && y <= high ? 1 : 0) / horizon;
    prg_forecast_interval(forecast, h, .95, &low, &high);
    mean[IN_95] += (y >= low && y <= high ? 1 : 0) / horizon;
    mean[MSIS] += (high - low + 40 * (fmax(low - y, 0) + fmax(y - high, 0))) / q / horizon;
  }
}

/* The last figures of a series, borrowed. */
static prg_series cut(const prg_series *series, size_t last) {
  prg_series part = *series;
  if (last == 0 || last >= series->n)
    return part;
  size_t first = series->n - last;
  part.start = prg_series_period(series, first);
  part.n = last;
  part.value += first;
  part.observation += first;
  return part;
}

/* The forecaster for that horizon: made anew only when the horizon changes. */
static prg_forecaster *forecaster_for(task *t, size_t horizon) {
  if (t->forecaster != NULL && t->horizon == horizon)
    return t->forecaster;
  prg_forecast_options options;
  prg_forecast_options_init(&options);
  options.model = t->model;
  options.model_is_explicit = true;
  options.horizon = t->horizon = horizon;
  if (t->prior.n > 0)
    options.model_options.seasonal_nodes = &t->prior;
  prg_forecaster_free(t->forecaster);
  t->forecaster = prg_forecaster_alloc(&options, NULL);
  return t->forecaster;
}

static void score_series(task *t, const prg_series *train, const prg_series *test) {
  prg_series part = cut(train, t->last);
  prg_forecast forecast = {0};
  part.season = t->season > 0 ? t->season : part.season;
  double q = scale_of(train, (size_t)part.season), mean[MEASURES] = {0};
  prg_forecaster *forecaster = forecaster_for(t, test->n);
  if (q == 0) {
    t->score.constant++;
  } else if (forecaster == NULL ||
             prg_forecaster_run(forecaster, &part, &forecast, NULL) != PRG_OK) {
    t->score.refused++;
  } else {
    measure(mean, &forecast, test, part.value[part.n - 1], q);
    for (size_t i = 0; i < MEASURES; i++)
      t->score.sum[i] += mean[i];
    t->score.n++;
  }
  prg_forecast_clear(&forecast);
}

static void print_row(const task *t, const char *file) {
  double mean[MEASURES], n = (double)t->score.n;
  for (size_t i = 0; i < MEASURES; i++)
    mean[i] = t->score.sum[i] / n;
  double owa = (mean[SMAPE] / mean[NAIVE_SMAPE] + mean[MASE] / mean[NAIVE_MASE]) / 2;
  printf("| %s", file);
  if (t->last > 0)
    printf(", last %zu", t->last);
  printf(" | %s |", t->model->name);
  if (t->score.n > 0)
    printf(" %.2f | %.3f | %.3f | %.3f | %.3f | %.1f |", mean[SMAPE], mean[MASE], owa, mean[IN_80],
           mean[IN_95], mean[MSIS]);
  else
    printf(" – | – | – | – | – | – |");
  printf(" %zu |", t->score.n);
  if (t->score.refused + t->score.constant > 0)
    printf(" refused %zu, without change %zu", t->score.refused, t->score.constant);
  putchar('\n');
}

static bool complain(prg_status status, const prg_error *error) {
  if (status == PRG_OK)
    return true;
  prg_buffer words;
  prg_buffer_init(&words);
  prg_error_write(error, PRG_ENGLISH, &words);
  fprintf(stderr, "%s\n", prg_buffer_string(&words));
  prg_buffer_free(&words);
  return false;
}

static bool read_file(const char *path, prg_reading *reading) {
  prg_error error;
  return complain(prg_read_file(path, NULL, reading, &error), &error);
}

static bool read_prior(const char *path, prg_seasonal_node_list *prior) {
  prg_error error;
  prg_buffer bytes;
  prg_buffer_init(&bytes);
  prg_status status = prg_source_read(path, &bytes, &error);
  if (status == PRG_OK)
    status =
        prg_seasonal_prior_file_read(path, prg_buffer_string(&bytes), bytes.length, prior, &error);
  prg_buffer_free(&bytes);
  return complain(status, &error);
}

/* The series of the test part of that name: they mostly stand in the same order. */
static const prg_series *find_test(const task *t, size_t i) {
  const char *name = t->train.panel.series[i].name;
  if (i < t->test.panel.n && strcmp(t->test.panel.series[i].name, name) == 0)
    return &t->test.panel.series[i];
  return prg_panel_find(&t->test.panel, name);
}

static const char *base_name(const char *path) {
  const char *slash = strrchr(path, '/');
  return slash == NULL ? path : slash + 1;
}

int main(int argc, char **argv) {
  static task t;
  if (argc == 2 && strcmp(argv[1], "heading") == 0) {
    puts("| series | model | sMAPE | MASE | OWA (naive 1) | in 80 % | in 95 % | MSIS | n |\n"
         "|---|---|---|---|---|---|---|---|---|");
    return 0;
  }
  t.model = prg_model_find(argc > 3 ? argv[3] : "pooled");
  if (argc < 3 || t.model == NULL) {
    fprintf(stderr, "usage: %s train.csv test.csv [model [last [season [prior]]]] | heading\n",
            argv[0]);
    return 2;
  }
  gsl_set_error_handler_off();
  t.last = argc > 4 ? strtoul(argv[4], NULL, 10) : 0;
  t.season = argc > 5 ? atoi(argv[5]) : 0;
  if (!read_file(argv[1], &t.train) || !read_file(argv[2], &t.test) ||
      (argc > 6 && !read_prior(argv[6], &t.prior)))
    return 1;
  for (size_t i = 0; i < t.train.panel.n; i++) {
    const prg_series *test = find_test(&t, i);
    if (test != NULL)
      score_series(&t, &t.train.panel.series[i], test);
  }
  print_row(&t, base_name(argv[1]));
  prg_forecaster_free(t.forecaster);
  prg_reading_clear(&t.train);
  prg_reading_clear(&t.test);
  prg_seasonal_node_list_clear(&t.prior);
  return 0;
}
