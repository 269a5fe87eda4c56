/* What the tests of the ledger share: a folder, a ledger in it, series and forecasts to record. */
#ifndef PROGNOS_LEDGER_FIXTURE_H
#define PROGNOS_LEDGER_FIXTURE_H

#include <stdlib.h>

#include <prognos/ledger.h>

#include "test.h"

static char ledger_folder[64];

static inline int make_folder(void **state) {
  (void)state;
  strcpy(ledger_folder, "/tmp/prognos-ledger-XXXXXX");
  return mkdtemp(ledger_folder) == NULL;
}

static inline int remove_folder(void **state) {
  (void)state;
  char command[128];
  snprintf(command, sizeof command, "rm -rf '%s'", ledger_folder);
  return system(command);
}

static inline const char *in_folder(const char *name) {
  static char path[256];
  snprintf(path, sizeof path, "%s/%s", ledger_folder, name);
  return path;
}

static inline prg_ledger *open_ledger(prg_ledger_mode mode) {
  prg_ledger *ledger;
  prg_error error;
  assert_int_equal(prg_ledger_open(&ledger, in_folder("a.ledger"), mode, &error), PRG_OK);
  return ledger;
}

static inline prg_series yearly(const char *name, int start, const double *value, size_t n) {
  prg_series series;
  prg_period first = {PRG_YEAR, start};
  assert_int_equal(prg_series_init_values(&series, name, first, value, n, NULL), PRG_OK);
  return series;
}

static inline prg_period day(const char *text) {
  prg_period made;
  assert_int_equal(prg_period_read(text, &made, NULL), PRG_OK);
  return made;
}

/* A forecast of the series from its end: medians with normal limits of that spread around them; 0:
 * points alone. */
static inline prg_forecast forecast_of(const prg_series *series, const char *model,
                                       const double *point, size_t horizon, double spread) {
  static const double median = .5;
  prg_forecast forecast = {
      .series = series, .model = model, .origin = prg_series_period(series, series->n - 1)};
  size_t n = spread > 0 ? prg_standard_probability_count : 1;
  assert_int_equal(prg_distribution_init(&forecast.distribution, horizon,
                                         spread > 0 ? prg_standard_probability : &median, n, NULL),
                   PRG_OK);
  for (size_t h = 1; h <= horizon; h++) {
    if (spread > 0)
      prg_distribution_set_student(&forecast.distribution, h, point[h - 1], spread, INFINITY);
    else
      forecast.distribution.quantile[h - 1] = point[h - 1];
  }
  return forecast;
}

typedef struct plan {
  const char *model, *label, *made;
  const double *point; /* shape (horizon) */
  size_t horizon;
  double spread;
} plan;

/* Records it of figures up to the origin; true if it was new. */
static inline bool record_plan(prg_ledger *ledger, const prg_series *series, const plan *p) {
  prg_forecast forecast = forecast_of(series, p->model, p->point, p->horizon, p->spread);
  prg_ledger_making making = {.label = p->label, .version = "1.2", .made = day(p->made)};
  making.input =
      0x8f3a2b1c9d7e6f50; /* with the highest bit, which SQLite's integers have as sign */
  bool is_new;
  assert_int_equal(prg_ledger_record(ledger, &forecast, &making, &is_new, NULL), PRG_OK);
  prg_forecast_clear(&forecast);
  return is_new;
}

static inline prg_ledger_news see(prg_ledger *ledger, const prg_series *series, const char *seen) {
  prg_ledger_news news = {0};
  assert_int_equal(prg_ledger_outcomes(ledger, series, day(seen), &news, NULL), PRG_OK);
  return news;
}

/* The figures known at the origins, and what came after. */
static const double ledger_known[] = {168, 183, 198, 214};
static const double ledger_later[] = {168, 183, 198, 214, 240, 249, 261};

#endif
