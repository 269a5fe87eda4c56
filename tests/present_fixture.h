/* Series and forecasts filled by hand, for the tests of src/present. */
#ifndef PROGNOS_PRESENT_FIXTURE_H
#define PROGNOS_PRESENT_FIXTURE_H

#include "test.h"

#include <stdlib.h>
#include <unistd.h>

#include <prognos/forecast.h>

static const double fixture_probability[] = {0.025, 0.1, 0.5, 0.9, 0.975};

typedef struct fixture {
  prg_series series;
  prg_forecast forecast;
} fixture;

/* A forecast whose quantiles go in a straight line from first[] to last[]. */
static inline void fixture_init(fixture *f, const char *name, prg_period start, const double *value,
                                size_t n, size_t horizon, const double first[5],
                                const double last[5]) {
  assert_int_equal(prg_series_init_values(&f->series, name, start, value, n, NULL), PRG_OK);
  f->forecast = (prg_forecast){.series = &f->series, .model = "pooled"};
  size_t origin = n - 1;
  while (origin > 0 && isnan(value[origin]))
    origin--;
  f->forecast.origin = prg_series_period(&f->series, origin);
  if (horizon == 0)
    return;
  prg_distribution *d = &f->forecast.distribution;
  assert_int_equal(prg_distribution_init(d, horizon, fixture_probability, 5, NULL), PRG_OK);
  for (size_t h = 0; h < horizon; h++)
    for (size_t k = 0; k < 5; k++) {
      double part = horizon == 1 ? 0 : (double)h / (double)(horizon - 1);
      d->quantile[5 * h + k] = first[k] + part * (last[k] - first[k]);
    }
}

/* Pupils of Norrköping 2017–2022, forecast to 2027. */
static inline void fixture_grund(fixture *f) {
  static const double value[] = {168, 183, 198, 214, 240, 249};
  static const double first[] = {233.022, 244.004, 259.415, 274.907, 286.982};
  static const double last[] = {206.069, 243.932, 307.616, 372.300, 427.569};
  fixture_init(f, "Grundsärskola", (prg_period){PRG_YEAR, 2017}, value, 6, 5, first, last);
}

static inline void fixture_gymnasie(fixture *f) {
  static const double value[] = {96, 112, 126, 131, 129, 126};
  static const double first[] = {109.691, 116.845, 126.829, 138.577, 148.593};
  static const double last[] = {81.334, 101.636, 138.568, 185.259, 223.970};
  fixture_init(f, "Gymnasiesärskola", (prg_period){PRG_YEAR, 2017}, value, 6, 5, first, last);
}

static inline void fixture_clear(fixture *f) {
  prg_distribution_clear(&f->forecast.distribution);
  prg_series_clear(&f->series);
}

/* A new folder; fixture_remove_folder it after use. */
static inline void fixture_folder(char path[64]) {
  strcpy(path, "/tmp/prognos-test-XXXXXX");
  assert_non_null(mkdtemp(path));
}

/* Removes the folder, which must hold nothing but the named files; NULL ends them. */
static inline void fixture_remove_folder(const char *path, const char *const file[]) {
  char name[256];
  for (; *file != NULL; file++) {
    snprintf(name, sizeof name, "%s/%s", path, *file);
    unlink(name);
  }
  assert_int_equal(rmdir(path), 0);
}

static inline void fixture_write(const char *path, const char *text) {
  FILE *file = fopen(path, "wb");
  assert_non_null(file);
  fputs(text, file);
  assert_int_equal(fclose(file), 0);
}

static inline void fixture_read(const char *path, prg_buffer *out) {
  FILE *file = fopen(path, "rb");
  assert_non_null(file);
  char bytes[4096];
  for (size_t n; (n = fread(bytes, 1, sizeof bytes, file)) > 0;)
    prg_buffer_add_n(out, bytes, n);
  fclose(file);
}

/* True if gnuplot can be run here; scripts/setup installs it. */
static inline bool fixture_has_gnuplot(void) {
  const char *path = getenv("PATH");
  char copy[4096], *rest = copy;
  snprintf(copy, sizeof copy, "%s", path == NULL ? "/usr/bin:/bin" : path);
  for (char *folder; (folder = strsep(&rest, ":")) != NULL;) {
    char name[4200];
    snprintf(name, sizeof name, "%s/gnuplot", folder);
    if (access(name, X_OK) == 0)
      return true;
  }
  return false;
}

#endif
