/* What goes into the ledger. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "evaluate/ledger/ledger_parts.h"

static const char *const sql[LEDGER_QUERIES] = {
    [LEDGER_FIND_SERIES] = "SELECT id, first, last FROM series WHERE name = ?1 AND frequency = ?2",
    [LEDGER_ADD_SERIES] = "INSERT INTO series (name, frequency, kind, unit, first, last)"
                          " VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    [LEDGER_WIDEN_SERIES] = "UPDATE series SET first = min(first, ?2), last = max(last, ?3),"
                            " kind = ?4, unit = CASE WHEN ?5 = '' THEN unit ELSE ?5 END"
                            " WHERE id = ?1",
    [LEDGER_FIND_GRID] = "SELECT id FROM grid WHERE probability = ?1",
    [LEDGER_ADD_GRID] = "INSERT INTO grid (probability) VALUES (?1)",
    [LEDGER_FIND_METHOD] =
        "SELECT id FROM method WHERE model = ?1 AND options = ?2 AND version = ?3"
        " AND label = ?4 AND grid = ?5",
    [LEDGER_ADD_METHOD] = "INSERT INTO method (model, options, version, label, grid)"
                          " VALUES (?1, ?2, ?3, ?4, ?5)",
    [LEDGER_FIND_FORECAST] = "SELECT id FROM forecast WHERE series = ?1 AND origin = ?2"
                             " AND method = ?3 AND input = ?4",
    [LEDGER_LAST_NUMBER] = "SELECT id, made FROM forecast WHERE id BETWEEN ?1 AND ?2"
                           " ORDER BY id DESC LIMIT 1",
    [LEDGER_ADD_FORECAST] = "INSERT INTO forecast (id, series, origin, method, input, made, last,"
                            " scale, scale_square, lower, upper, quantile)"
                            " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
    [LEDGER_FIND_OUTCOMES] = "SELECT ordinal, max(revision), value FROM outcome"
                             " WHERE series = ?1 AND ordinal BETWEEN ?2 AND ?3 GROUP BY ordinal",
    [LEDGER_ADD_OUTCOME] = "INSERT INTO outcome (series, ordinal, revision, seen, value, status)"
                           " VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
};

prg_status ledger_query_of(prg_ledger *ledger, ledger_query which, sqlite3_stmt **statement,
                           prg_error *error) {
  prg_status status = PRG_OK;
  if (ledger->query[which] == NULL)
    status = ledger_prepare(ledger, sql[which], &ledger->query[which], error);
  *statement = ledger->query[which];
  sqlite3_reset(*statement);
  sqlite3_clear_bindings(*statement);
  return status;
}

static void bind_text(sqlite3_stmt *statement, int parameter, const char *text) {
  sqlite3_bind_text(statement, parameter, text == NULL ? "" : text, -1, SQLITE_STATIC);
}

/* Runs a query that was bound, and lets go of the file. *id: the first column, if it has a row. */
static prg_status finish(prg_ledger *ledger, sqlite3_stmt *statement, bool *has_row,
                         sqlite3_int64 *id, prg_error *error) {
  bool found = false;
  prg_status status = ledger_step(ledger, statement, &found, error);
  if (found && id != NULL)
    *id = sqlite3_column_int64(statement, 0);
  if (has_row != NULL)
    *has_row = found;
  sqlite3_reset(statement);
  return status;
}

static prg_status insert(prg_ledger *ledger, sqlite3_stmt *statement, sqlite3_int64 *id,
                         prg_error *error) {
  prg_status status = finish(ledger, statement, NULL, NULL, error);
  *id = sqlite3_last_insert_rowid(ledger->db);
  return status;
}

/* --- a series, a grid, a method: found, or added --- */

static prg_status find_series(prg_ledger *ledger, const prg_series *series, bool *found,
                              sqlite3_int64 *id, int span[2], prg_error *error) {
  sqlite3_stmt *query;
  *found = false;
  prg_status status = ledger_query_of(ledger, LEDGER_FIND_SERIES, &query, error);
  if (status != PRG_OK)
    return status;
  bind_text(query, 1, series->name);
  bind_text(query, 2, prg_frequency_name(series->start.frequency));
  status = ledger_step(ledger, query, found, error);
  if (*found) {
    *id = sqlite3_column_int64(query, 0);
    span[0] = sqlite3_column_int(query, 1);
    span[1] = sqlite3_column_int(query, 2);
  }
  sqlite3_reset(query);
  return status;
}

static prg_status add_series(prg_ledger *ledger, const prg_series *series, const char *unit,
                             const int span[2], sqlite3_int64 *id, prg_error *error) {
  sqlite3_stmt *query;
  prg_status status = ledger_query_of(ledger, LEDGER_ADD_SERIES, &query, error);
  if (status != PRG_OK)
    return status;
  bind_text(query, 1, series->name);
  bind_text(query, 2, prg_frequency_name(series->start.frequency));
  bind_text(query, 3, prg_kind_name(series->kind));
  bind_text(query, 4, unit);
  sqlite3_bind_int(query, 5, span[0]);
  sqlite3_bind_int(query, 6, span[1]);
  return insert(ledger, query, id, error);
}

static prg_status widen_series(prg_ledger *ledger, const prg_series *series, const char *unit,
                               const int span[2], sqlite3_int64 id, prg_error *error) {
  sqlite3_stmt *query;
  prg_status status = ledger_query_of(ledger, LEDGER_WIDEN_SERIES, &query, error);
  if (status != PRG_OK)
    return status;
  sqlite3_bind_int64(query, 1, id);
  sqlite3_bind_int(query, 2, span[0]);
  sqlite3_bind_int(query, 3, span[1]);
  bind_text(query, 4, prg_kind_name(series->kind));
  bind_text(query, 5, unit);
  return finish(ledger, query, NULL, NULL, error);
}

/* The last figure up to the origin; *end: after the last period up to it. */
static double last_figure(const prg_forecast *forecast, size_t *end) {
  const prg_series *series = forecast->series;
  long long n = (long long)forecast->origin.ordinal - series->start.ordinal + 1;
  *end = n < 0 ? 0 : (size_t)n < series->n ? (size_t)n : series->n;
  for (size_t t = *end; t > 0; t--)
    if (!isnan(series->value[t - 1]))
      return series->value[t - 1];
  return NAN;
}

/* Outcomes are of the periods after the origin, and at it if nothing was known there: what a naive
 * forecast would have said is then learnt later. */
static prg_status series_of(prg_ledger *ledger, const prg_forecast *forecast, const char *unit,
                            bool is_known, sqlite3_int64 *id, prg_error *error) {
  int last = prg_forecast_period(forecast, forecast->distribution.horizon).ordinal;
  int span[2] = {forecast->origin.ordinal + (is_known ? 1 : 0), last}, old[2];
  bool found;
  prg_status status = find_series(ledger, forecast->series, &found, id, old, error);
  if (status != PRG_OK)
    return status;
  return found ? widen_series(ledger, forecast->series, unit, span, *id, error)
               : add_series(ledger, forecast->series, unit, span, id, error);
}

static prg_status grid_of(prg_ledger *ledger, const prg_distribution *distribution,
                          sqlite3_int64 *id, prg_error *error) {
  size_t bytes = distribution->n_probability * sizeof(double);
  unsigned char *packed = malloc(bytes + 1);
  sqlite3_stmt *query;
  bool found = false;
  if (packed == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  ledger_pack(distribution->probability, distribution->n_probability, packed);
  prg_status status = ledger_query_of(ledger, LEDGER_FIND_GRID, &query, error);
  if (status == PRG_OK) {
    sqlite3_bind_blob64(query, 1, packed, bytes, SQLITE_STATIC);
    status = finish(ledger, query, &found, id, error);
  }
  if (status == PRG_OK && !found)
    status = ledger_query_of(ledger, LEDGER_ADD_GRID, &query, error);
  if (status == PRG_OK && !found) {
    sqlite3_bind_blob64(query, 1, packed, bytes, SQLITE_STATIC);
    status = insert(ledger, query, id, error);
  }
  free(packed);
  return status;
}

static void bind_method(sqlite3_stmt *query, const prg_forecast *forecast,
                        const prg_ledger_making *making, sqlite3_int64 grid) {
  bind_text(query, 1, forecast->model);
  bind_text(query, 2, making->options);
  bind_text(query, 3, making->version);
  bind_text(query, 4, making->label);
  sqlite3_bind_int64(query, 5, grid);
}

static prg_status method_of(prg_ledger *ledger, const prg_forecast *forecast,
                            const prg_ledger_making *making, sqlite3_int64 *id, prg_error *error) {
  sqlite3_int64 grid = 0;
  sqlite3_stmt *query;
  bool found = false;
  prg_status status = grid_of(ledger, &forecast->distribution, &grid, error);
  if (status == PRG_OK)
    status = ledger_query_of(ledger, LEDGER_FIND_METHOD, &query, error);
  if (status == PRG_OK) {
    bind_method(query, forecast, making, grid);
    status = finish(ledger, query, &found, id, error);
  }
  if (status == PRG_OK && !found)
    status = ledger_query_of(ledger, LEDGER_ADD_METHOD, &query, error);
  if (status == PRG_OK && !found) {
    bind_method(query, forecast, making, grid);
    status = insert(ledger, query, id, error);
  }
  return status;
}

/* --- the forecast --- */

/* What identifies a forecast. */
typedef struct forecast_key {
  sqlite3_int64 series, method, input;
  int origin;
} forecast_key;

static prg_status is_recorded(prg_ledger *ledger, const forecast_key *key, bool *found,
                              prg_error *error) {
  sqlite3_stmt *query;
  prg_status status = ledger_query_of(ledger, LEDGER_FIND_FORECAST, &query, error);
  if (status != PRG_OK)
    return status;
  sqlite3_bind_int64(query, 1, key->series);
  sqlite3_bind_int(query, 2, key->origin);
  sqlite3_bind_int64(query, 3, key->method);
  sqlite3_bind_int64(query, 4, key->input);
  return finish(ledger, query, found, NULL, error);
}

static void note_last(prg_ledger *ledger, int made) {
  if (!ledger->has_last || ledger->last.ordinal < made)
    ledger->last = (prg_period){PRG_DAY, made};
  ledger->has_last = true;
}

static prg_status next_id(prg_ledger *ledger, sqlite3_int64 series, sqlite3_int64 *id,
                          prg_error *error) {
  sqlite3_int64 base = series << LEDGER_NUMBER_BITS;
  sqlite3_stmt *query;
  bool found = false;
  prg_status status = ledger_query_of(ledger, LEDGER_LAST_NUMBER, &query, error);
  if (status != PRG_OK)
    return status;
  sqlite3_bind_int64(query, 1, base);
  sqlite3_bind_int64(query, 2, base + LEDGER_NUMBER_MAX);
  status = ledger_step(ledger, query, &found, error);
  *id = found ? sqlite3_column_int64(query, 0) + 1 : base + 1;
  if (found)
    note_last(ledger, sqlite3_column_int(query, 1));
  sqlite3_reset(query);
  if (status == PRG_OK && *id > base + LEDGER_NUMBER_MAX)
    status = prg_fail_at(error, ledger->path, 0, 0, PRG_TEXT_LEDGER_SERIES_FULL,
                         PRG_ARGS(prg_integer(LEDGER_NUMBER_MAX)));
  return status;
}

/* The scale of errors, from what was known at the origin. */
static prg_scale scale_until(const prg_series *series, size_t end) {
  prg_series known = *series;
  known.n = end;
  return prg_scale_of(&known, end);
}

static prg_status insert_forecast(prg_ledger *ledger, const prg_forecast *forecast,
                                  const prg_ledger_making *making, const forecast_key *key,
                                  prg_error *error) {
  const prg_distribution *distribution = &forecast->distribution;
  size_t n = distribution->horizon * distribution->n_probability, end;
  double last = last_figure(forecast, &end);
  prg_scale scale = scale_until(forecast->series, end);
  unsigned char *packed = malloc(n * sizeof(double) + 1);
  sqlite3_stmt *query;
  sqlite3_int64 id;
  if (packed == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  prg_status status = next_id(ledger, key->series, &id, error);
  if (status == PRG_OK)
    status = ledger_query_of(ledger, LEDGER_ADD_FORECAST, &query, error);
  if (status == PRG_OK) {
    ledger_pack(distribution->quantile, n, packed);
    const sqlite3_int64 whole[] = {id,          key->series, key->origin,
                                   key->method, key->input,  making->made.ordinal};
    const double number[] = {last, scale.absolute, scale.square, distribution->lower,
                             distribution->upper};
    for (int i = 0; i < 6; i++)
      sqlite3_bind_int64(query, i + 1, whole[i]);
    for (int i = 0; i < 5; i++)
      ledger_bind_number(query, i + 7, number[i]);
    sqlite3_bind_blob64(query, 12, packed, n * sizeof(double), SQLITE_STATIC);
    status = finish(ledger, query, NULL, NULL, error);
  }
  free(packed);
  return status;
}

prg_status prg_ledger_record(prg_ledger *ledger, const prg_forecast *forecast,
                             const prg_ledger_making *making, bool *is_new, prg_error *error) {
  forecast_key key = {.origin = forecast->origin.ordinal, .input = (sqlite3_int64)making->input};
  bool found = false;
  size_t end;
  bool is_known = !isnan(last_figure(forecast, &end));
  prg_status status = series_of(ledger, forecast, making->unit, is_known, &key.series, error);
  if (status == PRG_OK)
    status = method_of(ledger, forecast, making, &key.method, error);
  if (status == PRG_OK)
    status = is_recorded(ledger, &key, &found, error);
  if (status == PRG_OK && !found)
    status = insert_forecast(ledger, forecast, making, &key, error);
  if (is_new != NULL)
    *is_new = status == PRG_OK && !found;
  return status;
}

bool prg_ledger_last_day(const prg_ledger *ledger, prg_period *day) {
  *day = ledger->last;
  return ledger->has_last;
}

/* --- outcomes --- */

/* What is known of the periods of the series' span: the last revision, −1 if there is none. */
typedef struct known_outcome {
  int revision;
  double value;
} known_outcome;

static prg_status read_known(prg_ledger *ledger, sqlite3_int64 series, const int span[2],
                             known_outcome *known, prg_error *error) {
  sqlite3_stmt *query;
  bool has_row = true;
  prg_status status = ledger_query_of(ledger, LEDGER_FIND_OUTCOMES, &query, error);
  if (status != PRG_OK)
    return status;
  sqlite3_bind_int64(query, 1, series);
  sqlite3_bind_int(query, 2, span[0]);
  sqlite3_bind_int(query, 3, span[1]);
  while ((status = ledger_step(ledger, query, &has_row, error)) == PRG_OK && has_row) {
    sqlite3_int64 i = sqlite3_column_int64(query, 0) - span[0];
    if (i < 0 || i > span[1] - span[0]) {
      status = ledger_damaged(ledger, error);
      break;
    }
    known[i].revision = sqlite3_column_int(query, 1);
    known[i].value = ledger_column_number(query, 2);
  }
  sqlite3_reset(query);
  return status;
}

/* A figure of the series, to be seen on a day. */
typedef struct new_outcome {
  sqlite3_int64 series;
  int ordinal, revision, seen;
  double value;
  const char *status;
} new_outcome;

static prg_status add_outcome(prg_ledger *ledger, const new_outcome *outcome, prg_error *error) {
  sqlite3_stmt *query;
  prg_status status = ledger_query_of(ledger, LEDGER_ADD_OUTCOME, &query, error);
  if (status != PRG_OK)
    return status;
  sqlite3_bind_int64(query, 1, outcome->series);
  sqlite3_bind_int(query, 2, outcome->ordinal);
  sqlite3_bind_int(query, 3, outcome->revision);
  sqlite3_bind_int(query, 4, outcome->seen);
  ledger_bind_number(query, 5, outcome->value);
  bind_text(query, 6, outcome->status);
  return finish(ledger, query, NULL, NULL, error);
}

static prg_status take_figures(prg_ledger *ledger, const prg_series *series, sqlite3_int64 id,
                               const int span[2], const known_outcome *known, int seen,
                               prg_ledger_news *news, prg_error *error) {
  prg_status status = PRG_OK;
  for (size_t t = 0; t < series->n && status == PRG_OK; t++) {
    int ordinal = prg_series_period(series, t).ordinal;
    if (ordinal < span[0] || ordinal > span[1] || !isfinite(series->value[t]) ||
        prg_series_exposure(series, t) != 1)
      continue;
    const known_outcome *before = &known[ordinal - span[0]];
    if (before->revision >= 0 && before->value == series->value[t])
      continue;
    const new_outcome outcome = {
        id,   ordinal,          before->revision + 1,
        seen, series->value[t], prg_observation_name(series->observation[t])};
    status = add_outcome(ledger, &outcome, error);
    *(before->revision < 0 ? &news->first : &news->revised) += 1;
  }
  return status;
}

#define SPAN_MAX 1000000 /* periods: more than any series has */

prg_status prg_ledger_outcomes(prg_ledger *ledger, const prg_series *series, prg_period seen,
                               prg_ledger_news *news, prg_error *error) {
  sqlite3_int64 id = 0;
  int span[2] = {0, 0};
  bool found;
  prg_status status = find_series(ledger, series, &found, &id, span, error);
  if (status != PRG_OK || !found)
    return status;
  long long length = (long long)span[1] - span[0] + 1;
  if (length < 1 || length > SPAN_MAX)
    return ledger_damaged(ledger, error);
  known_outcome *known = malloc((size_t)length * sizeof *known);
  if (known == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  for (long long i = 0; i < length; i++)
    known[i] = (known_outcome){.revision = -1};
  status = read_known(ledger, id, span, known, error);
  if (status == PRG_OK)
    status = take_figures(ledger, series, id, span, known, seen.ordinal, news, error);
  free(known);
  return status;
}
