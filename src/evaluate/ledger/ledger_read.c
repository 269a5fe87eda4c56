/*
 * What comes out of the ledger: forecasts, series and outcomes are read side by side in the order
 * of the series, one pass of each, in one transaction.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <prognos/number.h>

#include "evaluate/ledger/ledger_parts.h"

#define PROBABILITIES_MAX 4096

/* A method with its texts in one block, and room for a distribution on its grid. */
typedef struct method {
  char *model, *options, *version, *label; /* owned */
  prg_distribution distribution;           /* horizon: that of the forecast being shown */
  size_t capacity;                         /* of its quantiles, in periods */
} method;

typedef struct walk {
  prg_ledger *ledger;
  const prg_ledger_filter *filter;
  sqlite3_stmt *forecasts, *series, *outcomes;
  bool has_outcome; /* the outcomes stand on a row */
  method *method;   /* shape (n_method) */
  size_t n_method;
  prg_ledger_series current; /* id 0: none yet */
  size_t outcome_capacity;
  bool is_wanted;            /* the filter names the current series */
  prg_ledger_forecast shown; /* used again: the notes that it has room for take time to clear */
} walk;

/* --- ids --- */

const char *prg_ledger_id_print(long long id, char buffer[PRG_LEDGER_ID_BYTES]) {
  snprintf(buffer, PRG_LEDGER_ID_BYTES, "%lld-%lld", id >> LEDGER_NUMBER_BITS,
           id & LEDGER_NUMBER_MAX);
  return buffer;
}

bool prg_ledger_id_parse(const char *text, long long *id) {
  const char *hyphen = strchr(text, '-');
  double series, number;
  if (hyphen == NULL || !prg_number_whole(text, (size_t)(hyphen - text), &series) ||
      !prg_number_whole(hyphen + 1, strlen(hyphen + 1), &number) || series < 1 ||
      series >= (double)(1LL << 38) || number < 1 || number > (double)LEDGER_NUMBER_MAX)
    return false;
  *id = (long long)series << LEDGER_NUMBER_BITS | (long long)number;
  return true;
}

/* --- methods --- */

static char *copy_text(sqlite3_stmt *statement, int column) {
  return strdup(ledger_column_text(statement, column));
}

static bool is_grid(const double *probability, size_t n) {
  for (size_t i = 0; i < n; i++)
    if (!(probability[i] > (i == 0 ? 0 : probability[i - 1])) || !(probability[i] < 1))
      return false;
  return true;
}

static prg_status read_grid(const prg_ledger *ledger, sqlite3_stmt *row, int column, method *out,
                            prg_error *error) {
  const unsigned char *packed = sqlite3_column_blob(row, column);
  size_t bytes = (size_t)sqlite3_column_bytes(row, column), n = bytes / sizeof(double);
  if (packed == NULL || n == 0 || n > PROBABILITIES_MAX || n * sizeof(double) != bytes)
    return ledger_damaged(ledger, error);
  double probability[PROBABILITIES_MAX];
  ledger_unpack(packed, n, probability);
  if (!is_grid(probability, n))
    return ledger_damaged(ledger, error);
  out->capacity = 1;
  return prg_distribution_init(&out->distribution, 1, probability, n, error);
}

static prg_status add_method(walk *w, sqlite3_stmt *row, prg_error *error) {
  method *grown = realloc(w->method, (w->n_method + 1) * sizeof *grown);
  if (grown == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  w->method = grown;
  method *added = &w->method[w->n_method++];
  *added = (method){copy_text(row, 1), copy_text(row, 2), copy_text(row, 3), copy_text(row, 4),
                    .capacity = 0};
  if (added->model == NULL || added->options == NULL || added->version == NULL ||
      added->label == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  if (sqlite3_column_int64(row, 0) != (sqlite3_int64)w->n_method) /* they are counted from 1 */
    return ledger_damaged(w->ledger, error);
  return read_grid(w->ledger, row, 5, added, error);
}

static prg_status read_methods(walk *w, prg_error *error) {
  sqlite3_stmt *rows = NULL;
  bool has_row = true;
  prg_status status =
      ledger_prepare(w->ledger,
                     "SELECT method.id, model, options, version, label, probability"
                     " FROM method LEFT JOIN grid ON grid.id = grid ORDER BY method.id",
                     &rows, error);
  while (status == PRG_OK && has_row) {
    status = ledger_step(w->ledger, rows, &has_row, error);
    if (status == PRG_OK && has_row)
      status = add_method(w, rows, error);
  }
  sqlite3_finalize(rows);
  return status;
}

static void clear_methods(walk *w) {
  for (size_t i = 0; i < w->n_method; i++) {
    free(w->method[i].model);
    free(w->method[i].options);
    free(w->method[i].version);
    free(w->method[i].label);
    prg_distribution_clear(&w->method[i].distribution);
  }
  free(w->method);
}

/* --- the series and its outcomes --- */

static prg_status add_revision(walk *w, prg_error *error) {
  prg_ledger_series *series = &w->current;
  int ordinal = sqlite3_column_int(w->outcomes, 1);
  double value = ledger_column_number(w->outcomes, 3);
  prg_period seen = {PRG_DAY, sqlite3_column_int(w->outcomes, 2)};
  size_t n = series->n_outcome;
  if (n > 0 && series->outcome[n - 1].ordinal == ordinal) {
    series->outcome[n - 1].latest = value;
    series->outcome[n - 1].latest_seen = seen;
    series->outcome[n - 1].n_revision++;
    return PRG_OK;
  }
  if (n == w->outcome_capacity) {
    size_t capacity = n == 0 ? 64 : 2 * n;
    prg_ledger_outcome *grown = realloc(series->outcome, capacity * sizeof *grown);
    if (grown == NULL)
      return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
    series->outcome = grown;
    w->outcome_capacity = capacity;
  }
  series->outcome[series->n_outcome++] = (prg_ledger_outcome){ordinal, value, value, seen, seen, 0};
  return PRG_OK;
}

static prg_status read_outcomes(walk *w, prg_error *error) {
  prg_status status = PRG_OK;
  w->current.n_outcome = 0;
  while (status == PRG_OK && w->has_outcome) {
    sqlite3_int64 series = sqlite3_column_int64(w->outcomes, 0);
    if (series > w->current.id)
      break;
    if (series == w->current.id)
      status = add_revision(w, error);
    if (status == PRG_OK)
      status = ledger_step(w->ledger, w->outcomes, &w->has_outcome, error);
  }
  return status;
}

static bool is_named(const prg_ledger_filter *filter, const char *name) {
  for (size_t i = 0; i < filter->n_series; i++)
    if (strcmp(filter->series[i], name) == 0)
      return true;
  return filter->n_series == 0;
}

static prg_status read_series(walk *w, sqlite3_int64 id, prg_error *error) {
  bool has_row = true;
  prg_status status = PRG_OK;
  do {
    status = ledger_step(w->ledger, w->series, &has_row, error);
  } while (status == PRG_OK && has_row && sqlite3_column_int64(w->series, 0) < id);
  if (status != PRG_OK)
    return status;
  prg_ledger_series *series = &w->current;
  if (!has_row || sqlite3_column_int64(w->series, 0) != id ||
      !prg_frequency_from_name(ledger_column_text(w->series, 2), &series->frequency) ||
      !prg_kind_from_name(ledger_column_text(w->series, 3), &series->kind))
    return ledger_damaged(w->ledger, error);
  free(series->name);
  free(series->unit);
  series->id = id;
  series->name = copy_text(w->series, 1);
  series->unit = copy_text(w->series, 4);
  if (series->name == NULL || series->unit == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  w->is_wanted = is_named(w->filter, series->name);
  return read_outcomes(w, error);
}

/* --- a forecast --- */

/* Finite and in order, or nothing at all: a period that a plan does not have. */
static bool is_row(const double *quantile, size_t n) {
  bool known = !isnan(quantile[0]);
  for (size_t i = 0; i < n; i++)
    if (known ? !isfinite(quantile[i]) || (i > 0 && quantile[i] < quantile[i - 1])
              : !isnan(quantile[i]))
      return false;
  return true;
}

static prg_status read_quantiles(walk *w, method *of, prg_error *error) {
  prg_distribution *distribution = &of->distribution;
  const unsigned char *packed = sqlite3_column_blob(w->forecasts, 10);
  size_t bytes = (size_t)sqlite3_column_bytes(w->forecasts, 10);
  size_t row = distribution->n_probability * sizeof(double), horizon = bytes / row;
  if (packed == NULL || horizon == 0 || horizon > PRG_HORIZON_MAX || horizon * row != bytes)
    return ledger_damaged(w->ledger, error);
  if (horizon > of->capacity) {
    double *grown = realloc(distribution->quantile, bytes);
    if (grown == NULL)
      return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
    distribution->quantile = grown;
    of->capacity = horizon;
  }
  distribution->horizon = horizon;
  size_t n = horizon * distribution->n_probability;
  ledger_unpack(packed, n, distribution->quantile);
  for (size_t h = 0; h < horizon; h++)
    if (!is_row(distribution->quantile + h * distribution->n_probability,
                distribution->n_probability))
      return ledger_damaged(w->ledger, error);
  distribution->lower = ledger_column_number(w->forecasts, 8);
  distribution->upper = ledger_column_number(w->forecasts, 9);
  return PRG_OK;
}

static bool is_calendar_day(sqlite3_int64 ordinal) {
  return ordinal > -1000000 && ordinal < 1000000;
}

static prg_status read_forecast(walk *w, sqlite3_int64 id, prg_ledger_forecast *out,
                                prg_error *error) {
  sqlite3_stmt *row = w->forecasts;
  sqlite3_int64 m = sqlite3_column_int64(row, 2), made = sqlite3_column_int64(row, 4);
  sqlite3_int64 origin = sqlite3_column_int64(row, 1);
  if (m < 1 || m > (sqlite3_int64)w->n_method || !is_calendar_day(made) || origin < INT32_MIN / 2 ||
      origin > INT32_MAX / 2)
    return ledger_damaged(w->ledger, error);
  method *of = &w->method[m - 1];
  out->id = id;
  out->method = (size_t)m - 1;
  out->model = out->forecast.model = of->model;
  out->options = of->options;
  out->version = of->version;
  out->label = of->label;
  out->input = (uint64_t)sqlite3_column_int64(row, 3);
  out->made = (prg_period){PRG_DAY, (int)made};
  out->last = ledger_column_number(row, 5);
  out->scale = (prg_scale){ledger_column_number(row, 6), ledger_column_number(row, 7)};
  out->forecast.origin = (prg_period){w->current.frequency, (int)origin};
  prg_status status = read_quantiles(w, of, error);
  out->forecast.distribution = of->distribution;
  return status;
}

/* --- the walk --- */

static prg_status prepare_walk(walk *w, prg_error *error) {
  prg_status status = read_methods(w, error);
  if (status == PRG_OK)
    status = ledger_prepare(w->ledger,
                            "SELECT id, origin, method, input, made, last, scale, scale_square,"
                            " lower, upper, quantile FROM forecast WHERE id BETWEEN ?1 AND ?2"
                            " ORDER BY id",
                            &w->forecasts, error);
  if (status == PRG_OK)
    status = ledger_prepare(w->ledger,
                            "SELECT id, name, frequency, kind, unit FROM series"
                            " WHERE id BETWEEN ?1 AND ?2 ORDER BY id",
                            &w->series, error);
  if (status == PRG_OK)
    status = ledger_prepare(w->ledger,
                            "SELECT series, ordinal, seen, value FROM outcome"
                            " WHERE series BETWEEN ?1 AND ?2 ORDER BY series, ordinal, revision",
                            &w->outcomes, error);
  return status;
}

/* The ids of the series that are wanted lie in [span[0], span[1]]. */
static prg_status find_span(walk *w, sqlite3_int64 span[2], prg_error *error) {
  const prg_ledger_filter *filter = w->filter;
  span[0] = filter->id > 0 ? filter->id >> LEDGER_NUMBER_BITS : 0;
  span[1] = filter->id > 0 ? span[0] : INT64_MAX >> LEDGER_NUMBER_BITS;
  if (filter->n_series != 1)
    return PRG_OK;
  sqlite3_stmt *query = NULL;
  bool has_row = false;
  prg_status status = ledger_prepare(
      w->ledger, "SELECT min(id), max(id) FROM series WHERE name = ?1", &query, error);
  if (status == PRG_OK) {
    sqlite3_bind_text(query, 1, filter->series[0], -1, SQLITE_STATIC);
    status = ledger_step(w->ledger, query, &has_row, error);
  }
  if (has_row && filter->id == 0) { /* NULL, if there is none, is 0: an empty span */
    span[0] = sqlite3_column_int64(query, 0);
    span[1] = sqlite3_column_int64(query, 1);
  }
  sqlite3_finalize(query);
  return status;
}

static prg_status begin_walk(walk *w, prg_error *error) {
  sqlite3_int64 span[2];
  prg_status status = find_span(w, span, error);
  if (status != PRG_OK)
    return status;
  sqlite3_bind_int64(w->forecasts, 1, span[0] << LEDGER_NUMBER_BITS);
  sqlite3_bind_int64(w->forecasts, 2, (span[1] << LEDGER_NUMBER_BITS) | LEDGER_NUMBER_MAX);
  for (int i = 0; i < 2; i++) {
    sqlite3_bind_int64(w->series, i + 1, span[i]);
    sqlite3_bind_int64(w->outcomes, i + 1, span[i]);
  }
  return ledger_step(w->ledger, w->outcomes, &w->has_outcome, error);
}

static prg_status walk_on(walk *w, prg_ledger_visit *visit, void *data, prg_error *error) {
  bool has_row = true;
  for (;;) {
    prg_status status = ledger_step(w->ledger, w->forecasts, &has_row, error);
    if (status != PRG_OK || !has_row)
      return status;
    sqlite3_int64 id = sqlite3_column_int64(w->forecasts, 0);
    if (id >> LEDGER_NUMBER_BITS != w->current.id)
      status = read_series(w, id >> LEDGER_NUMBER_BITS, error);
    if (status == PRG_OK && w->is_wanted)
      status = read_forecast(w, id, &w->shown, error);
    if (status == PRG_OK && w->is_wanted)
      status = visit(data, &w->shown, error);
    if (status != PRG_OK)
      return status;
  }
}

prg_status prg_ledger_each(prg_ledger *ledger, const prg_ledger_filter *name_filter,
                           prg_ledger_visit *visit, void *data, prg_error *error) {
  walk w = {.ledger = ledger, .filter = name_filter};
  w.shown.series = &w.current;
  prg_status status = ledger_run(ledger, "SAVEPOINT walk", error);
  if (status != PRG_OK)
    return status;
  status = prepare_walk(&w, error);
  if (status == PRG_OK)
    status = begin_walk(&w, error);
  if (status == PRG_OK)
    status = walk_on(&w, visit, data, error);
  sqlite3_finalize(w.forecasts);
  sqlite3_finalize(w.series);
  sqlite3_finalize(w.outcomes);
  clear_methods(&w);
  free(w.current.name);
  free(w.current.unit);
  free(w.current.outcome);
  ledger_run(ledger, "RELEASE walk", NULL);
  return status;
}

/* --- looking up --- */

static int compare_outcome(const void *key, const void *item) {
  int ordinal = *(const int *)key, other = ((const prg_ledger_outcome *)item)->ordinal;
  return (ordinal > other) - (ordinal < other);
}

const prg_ledger_outcome *prg_ledger_find_outcome(const prg_ledger_series *series, int ordinal) {
  if (series->n_outcome == 0)
    return NULL;
  return bsearch(&ordinal, series->outcome, series->n_outcome, sizeof *series->outcome,
                 compare_outcome);
}

/* A limit in another frequency is that of the period that holds its first day. */
static bool is_on_side(prg_period origin, bool has_limit, prg_period limit, int side) {
  prg_period same;
  if (!has_limit)
    return true;
  if (limit.frequency == origin.frequency)
    same = limit;
  else if (!prg_period_convert(limit, origin.frequency, &same))
    return false;
  return (origin.ordinal - same.ordinal) * side >= 0;
}

bool prg_ledger_matches(const prg_ledger_filter *filter, const prg_ledger_forecast *forecast) {
  prg_period origin = forecast->forecast.origin;
  return is_named(filter, forecast->series->name) &&
         (filter->id == 0 || filter->id == forecast->id) &&
         (filter->model == NULL || strcmp(filter->model, forecast->model) == 0) &&
         (filter->label == NULL || strcmp(filter->label, forecast->label) == 0) &&
         is_on_side(origin, filter->has_from, filter->from, 1) &&
         is_on_side(origin, filter->has_to, filter->to, -1);
}
