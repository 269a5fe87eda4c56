#include <prognos/series.h>

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/word.h"
#include "series/series_block.h"
#include "table/fold.h"

static const char *const kind_name[PRG_KIND_COUNT] = {
    [PRG_KIND_UNKNOWN] = "unknown",
    [PRG_KIND_PEOPLE] = "people",
    [PRG_KIND_AREA_TOTAL] = "area-total",
    [PRG_KIND_ECONOMY] = "economy",
    [PRG_KIND_FLOW] = "flow",
    [PRG_KIND_SHARE] = "share",
    [PRG_KIND_INDEX] = "index",
};

const char *prg_kind_name(prg_kind kind) {
  return kind_name[kind];
}

bool prg_kind_from_name(const char *name, prg_kind *kind) {
  if (strcmp(name, "stock") == 0) {
    *kind = PRG_KIND_PEOPLE;
    return true;
  }
  size_t place = word_place(kind_name, PRG_KIND_COUNT, name);
  if (place == PRG_KIND_COUNT)
    return false;
  *kind = (prg_kind)place;
  return true;
}

/* One block holds the figures, what is said of them, the name and the members: a file of many short
 * series is read as fast as memory is handed out. */
prg_status series_init_texts(prg_series *series, const char *texts, size_t bytes, prg_period start,
                             size_t n, prg_error *error) {
  *series = (prg_series){.start = start,
                         .n = n,
                         .season = prg_frequency_season(start.frequency),
                         .kind = PRG_KIND_UNKNOWN};
  size_t figures = n * sizeof *series->value, all = figures + n * sizeof *series->observation;
  series->block = malloc(all + bytes);
  if (series->block == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  series->block_bytes = all + bytes;
  series->value = (double *)(void *)series->block;
  series->observation = (prg_observation *)(void *)(series->block + figures);
  series->name = memcpy(series->block + all, texts, bytes);
  size_t name = strlen(series->name) + 1;
  series->members = name < bytes ? series->name + name : NULL;
  for (size_t t = 0; t < n; t++) {
    series->value[t] = NAN;
    series->observation[t] = PRG_GAP;
  }
  return PRG_OK;
}

prg_status prg_series_init(prg_series *series, const char *name, prg_period start, size_t n,
                           prg_error *error) {
  return series_init_texts(series, name, strlen(name) + 1, start, n, error);
}

prg_status prg_series_init_values(prg_series *series, const char *name, prg_period start,
                                  const double *value, size_t n, prg_error *error) {
  prg_status status = prg_series_init(series, name, start, n, error);
  for (size_t t = 0; status == PRG_OK && t < n; t++) {
    series->value[t] = value[t];
    series->observation[t] = isnan(value[t]) ? PRG_GAP : PRG_OBSERVED;
  }
  return status;
}

/* Frees a part that does not stand in the series' block. */
static void free_part(const prg_series *series, void *part) {
  bool stands_in_block = (uintptr_t)part - (uintptr_t)series->block < series->block_bytes;
  if (!stands_in_block)
    free(part);
}

void prg_series_clear(prg_series *series) {
  if (series == NULL)
    return;
  free_part(series, series->name);
  free_part(series, series->members);
  free_part(series, series->codes);
  free_part(series, series->value);
  free_part(series, series->observation);
  free_part(series, series->exposure);
  free(series->block);
  *series = (prg_series){0};
}

/* Puts a copy of text[0..n) in *place, which is a part of the series. */
static prg_status replace(const prg_series *series, char **place, const char *text, size_t n,
                          prg_error *error) {
  char *copy = n == 0 ? NULL : malloc(n);
  if (n > 0 && copy == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  if (n > 0)
    memcpy(copy, text, n);
  free_part(series, *place);
  *place = copy;
  return PRG_OK;
}

prg_status prg_series_set_name(prg_series *series, const char *name, prg_error *error) {
  return replace(series, &series->name, name, strlen(name) + 1, error);
}

prg_status series_copy_figures(prg_series *to, const prg_series *from, prg_error *error) {
  double *value = malloc((from->n + 1) * sizeof *value);
  prg_observation *observation = malloc((from->n + 1) * sizeof *observation);
  if (value == NULL || observation == NULL) {
    free(value);
    free(observation);
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  }
  free_part(to, to->value);
  free_part(to, to->observation);
  to->value = memcpy(value, from->value, from->n * sizeof *value);
  to->observation = memcpy(observation, from->observation, from->n * sizeof *observation);
  to->start = from->start;
  to->n = from->n;
  return PRG_OK;
}

prg_status prg_series_set_members(prg_series *series, const char *members, size_t n,
                                  prg_error *error) {
  return replace(series, &series->members, members, n, error);
}

prg_status prg_series_set_codes(prg_series *series, const char *codes, size_t n, prg_error *error) {
  return replace(series, &series->codes, codes, n, error);
}

/* The d-th of the strings that stand one after another. */
static const char *nth_string(const char *strings, size_t d) {
  if (strings == NULL)
    return "";
  for (; d > 0; d--)
    strings += strlen(strings) + 1;
  return strings;
}

const char *prg_series_member(const prg_series *series, size_t d) {
  return nth_string(series->members, d);
}

const char *prg_series_code(const prg_series *series, size_t d) {
  return nth_string(series->codes, d);
}

prg_status prg_series_set_exposure(prg_series *series, size_t t, double exposure,
                                   prg_error *error) {
  if (series->exposure == NULL) {
    series->exposure = malloc(series->n * sizeof *series->exposure);
    if (series->exposure == NULL)
      return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
    for (size_t i = 0; i < series->n; i++)
      series->exposure[i] = 1;
  }
  series->exposure[t] = exposure;
  return PRG_OK;
}

double prg_series_exposure(const prg_series *series, size_t t) {
  return series->exposure == NULL ? 1 : series->exposure[t];
}

prg_period prg_series_period(const prg_series *series, size_t t) {
  return prg_period_add(series->start, (int)t);
}

size_t prg_series_observed(const prg_series *series) {
  size_t observed = 0;
  for (size_t t = 0; t < series->n; t++)
    observed += isnan(series->value[t]) ? 0 : 1;
  return observed;
}

bool prg_series_is_count(const prg_series *series) {
  size_t observed = 0;
  for (size_t t = 0; t < series->n; t++) {
    double y = series->value[t];
    if (isnan(y))
      continue;
    if (y < 0 || y != floor(y))
      return false;
    observed++;
  }
  return observed > 0;
}

double prg_series_minimum(const prg_series *series) {
  double minimum = INFINITY;
  for (size_t t = 0; t < series->n; t++)
    minimum = fmin(minimum, series->value[t]); /* fmin passes over NaN */
  return minimum;
}

void prg_panel_init(prg_panel *panel) {
  *panel = (prg_panel){0};
}

void prg_panel_clear(prg_panel *panel) {
  if (panel == NULL)
    return;
  for (size_t i = 0; i < panel->n; i++)
    prg_series_clear(&panel->series[i]);
  for (size_t d = 0; d < panel->n_dimension; d++) {
    free(panel->dimension[d]);
    free(panel->dimension_id[d]);
  }
  free(panel->series);
  free(panel->dimension);
  free(panel->dimension_id);
  prg_panel_init(panel);
}

prg_status prg_panel_add(prg_panel *panel, prg_series *series, prg_error *error) {
  /* Grows when n is a power of two (or 0), so that adding N series copies O(N) of them. */
  if ((panel->n & (panel->n - 1)) == 0) {
    size_t capacity = panel->n == 0 ? 1 : 2 * panel->n;
    prg_series *grown = realloc(panel->series, capacity * sizeof *grown);
    if (grown == NULL) {
      prg_series_clear(series);
      return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
    }
    panel->series = grown;
  }
  panel->series[panel->n++] = *series;
  *series = (prg_series){0};
  return PRG_OK;
}

/* Room for one more pointer, which is NULL. */
static bool grow_texts(char ***texts, size_t n) {
  char **grown = realloc(*texts, (n + 1) * sizeof *grown);
  if (grown == NULL)
    return false;
  grown[n] = NULL;
  *texts = grown;
  return true;
}

prg_status prg_panel_add_dimension(prg_panel *panel, const char *name, prg_error *error) {
  size_t n = panel->n_dimension;
  if (!grow_texts(&panel->dimension, n) || !grow_texts(&panel->dimension_id, n) ||
      (panel->dimension[n] = strdup(name)) == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  panel->n_dimension++;
  return PRG_OK;
}

prg_status prg_panel_set_dimension_id(prg_panel *panel, size_t d, const char *id,
                                      prg_error *error) {
  char *copy = strdup(id);
  if (copy == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  free(panel->dimension_id[d]);
  panel->dimension_id[d] = copy;
  return PRG_OK;
}

static bool is_called(const char *known, const char *name) {
  return known != NULL && fold_same(known, strlen(known), name, strlen(name));
}

bool prg_panel_dimension(const prg_panel *panel, const char *name, size_t *d) {
  for (size_t i = 0; i < panel->n_dimension; i++) {
    if (is_called(panel->dimension[i], name) || is_called(panel->dimension_id[i], name)) {
      *d = i;
      return true;
    }
  }
  return false;
}

const prg_series *prg_panel_find(const prg_panel *panel, const char *name) {
  for (size_t i = 0; i < panel->n; i++)
    if (strcmp(panel->series[i].name, name) == 0)
      return &panel->series[i];
  return NULL;
}
