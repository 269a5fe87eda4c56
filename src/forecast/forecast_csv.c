#include <prognos/forecast_csv.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <prognos/number.h>
#include <prognos/table.h>

#define DIGITS 10
#define HEADING "series,period,kind,value,"

#define COUNT_OF(array) (sizeof array / sizeof array[0])

static const char *const heading[] = {"series", "period", "kind", "value"};

/* --- writing --- */

void prg_forecast_csv_head(const double *level, size_t n, prg_csv_style style, prg_buffer *out) {
  static const char *const after[] = {"model", "origin", "note"};
  prg_csv_writer writer;
  prg_csv_begin(&writer, out, style);
  for (size_t i = 0; i < COUNT_OF(heading); i++)
    prg_csv_text(&writer, heading[i]);
  for (size_t i = 0; i < 2 * n; i++) {
    prg_buffer name = {0};
    prg_buffer_add(&name, i % 2 == 0 ? "lower_" : "upper_");
    prg_buffer_add_significant(&name, 100 * level[i / 2], 4);
    prg_csv_text(&writer, prg_buffer_string(&name));
    prg_buffer_free(&name);
  }
  for (size_t i = 0; i < 3; i++)
    prg_csv_text(&writer, after[i]);
  prg_csv_end_row(&writer);
}

static void write_actuals(const prg_forecast *forecast, size_t n_level, prg_csv_writer *writer) {
  const prg_series *series = forecast->series;
  char period[PRG_PERIOD_BYTES];
  for (size_t t = 0; t < series->n; t++) {
    if (prg_period_compare(prg_series_period(series, t), forecast->origin) > 0)
      break; /* without a figure, and forecast below */
    prg_csv_text(writer, series->name);
    prg_csv_text(writer, prg_period_print(prg_series_period(series, t), period));
    prg_csv_text(writer, "actual");
    prg_csv_number(writer, series->value[t]);
    for (size_t i = 0; i < 2 * n_level + 2; i++)
      prg_csv_text(writer, "");
    prg_csv_text(writer, prg_observation_name(series->observation[t]));
    prg_csv_end_row(writer);
  }
}

static void write_notes(const prg_notes *notes, prg_language language, prg_csv_writer *writer) {
  prg_buffer words;
  prg_buffer_init(&words);
  for (size_t i = 0; i < notes->n; i++) {
    if (i > 0)
      prg_buffer_add_char(&words, ' ');
    prg_message_write(&notes->note[i], language, &words);
  }
  prg_csv_text(writer, prg_buffer_string(&words));
  prg_buffer_free(&words);
}

void prg_forecast_csv_write(const prg_forecast *forecast, const double *level, size_t n,
                            prg_csv_style style, prg_language language, prg_buffer *out) {
  prg_csv_writer writer = {.out = out, .style = style};
  write_actuals(forecast, n, &writer);
  char period[PRG_PERIOD_BYTES];
  for (size_t h = 1; h <= forecast->distribution.horizon; h++) {
    prg_csv_text(&writer, forecast->series->name);
    prg_csv_text(&writer, prg_period_print(prg_forecast_period(forecast, h), period));
    prg_csv_text(&writer, "forecast");
    prg_csv_significant(&writer, prg_forecast_point(forecast, h), DIGITS);
    for (size_t i = 0; i < n; i++) {
      double lower, upper;
      prg_forecast_interval(forecast, h, level[i], &lower, &upper);
      prg_csv_significant(&writer, lower, DIGITS);
      prg_csv_significant(&writer, upper, DIGITS);
    }
    prg_csv_text(&writer, forecast->model);
    prg_csv_text(&writer, prg_period_print(forecast->origin, period));
    if (h == 1)
      write_notes(&forecast->notes, language, &writer);
    else
      prg_csv_text(&writer, "");
    prg_csv_end_row(&writer);
  }
}

/* --- reading --- */

#define COLUMNS_MAX 64

/* The file's limits as columns: probability[i] stands in column[i], increasing. */
typedef struct limits {
  size_t n;
  double probability[COLUMNS_MAX + 1];
  size_t column[COLUMNS_MAX + 1];
} limits;

bool prg_forecast_csv_is(const char *bytes, size_t n) {
  return n >= strlen(HEADING) && memcmp(bytes, HEADING, strlen(HEADING)) == 0;
}

static void add_limit(limits *found, double probability, size_t column) {
  size_t i = found->n++;
  for (; i > 0 && found->probability[i - 1] > probability; i--) {
    found->probability[i] = found->probability[i - 1];
    found->column[i] = found->column[i - 1];
  }
  found->probability[i] = probability;
  found->column[i] = column;
}

/* From the heading: lower_80 is the 10 per cent quantile, value the median. */
static prg_status find_limits(const prg_table *table, limits *found, prg_error *error) {
  *found = (limits){0};
  for (size_t column = 0; column < COUNT_OF(heading); column++)
    if (strcmp(prg_table_cell(table, 0, column), heading[column]) != 0)
      return prg_table_fail(table, 0, column, PRG_TEXT_FORECAST_CSV_HEADING,
                            PRG_ARGS(prg_string(heading[column])), error);
  for (size_t column = 3; column < prg_table_width(table, 0); column++) {
    const char *name = prg_table_cell(table, 0, column);
    bool lower = strncmp(name, "lower_", 6) == 0;
    double level;
    if (column == 3) {
      add_limit(found, .5, column);
    } else if (lower || strncmp(name, "upper_", 6) == 0) {
      if (found->n == COLUMNS_MAX || !prg_number_parse(name + 6, strlen(name + 6), '.', &level) ||
          level <= 0 || level >= 100)
        return prg_table_fail(table, 0, column, PRG_TEXT_FORECAST_CSV_COLUMN,
                              PRG_ARGS(prg_string(name)), error);
      add_limit(found, lower ? .5 - level / 200 : .5 + level / 200, column);
    }
  }
  return PRG_OK;
}

static prg_status read_number(const prg_table *table, size_t row, size_t column, double *value,
                              prg_error *error) {
  const char *cell = prg_table_cell(table, row, column);
  if (prg_number_parse(cell, strlen(cell), '.', value))
    return PRG_OK;
  return prg_table_fail(table, row, column, PRG_TEXT_CELL_NOT_NUMBER,
                        PRG_ARGS(prg_string(cell), prg_string(".")), error);
}

static prg_status read_period(const prg_table *table, size_t row, prg_period *period,
                              prg_error *error) {
  const char *cell = prg_table_cell(table, row, 1);
  if (prg_period_parse(cell, strlen(cell), period))
    return PRG_OK;
  return prg_table_fail(table, row, 1, PRG_TEXT_PERIOD_BROKEN, PRG_ARGS(prg_string(cell)), error);
}

/* The rows [begin, end) of one series: first its figures, then its forecast. */
typedef struct series_rows {
  size_t begin, forecast, end;
} series_rows;

static bool is_kind(const prg_table *table, size_t row, const char *kind) {
  return strcmp(prg_table_cell(table, row, 2), kind) == 0;
}

static prg_status find_rows(const prg_table *table, size_t begin, series_rows *rows,
                            prg_error *error) {
  const char *name = prg_table_cell(table, begin, 0);
  *rows = (series_rows){begin, begin, begin};
  while (rows->end < table->n_rows && strcmp(prg_table_cell(table, rows->end, 0), name) == 0) {
    size_t row = rows->end++;
    if (is_kind(table, row, "actual") && rows->forecast == row)
      rows->forecast++;
    else if (!is_kind(table, row, "forecast"))
      return prg_table_fail(table, row, 2, PRG_TEXT_FORECAST_CSV_KIND,
                            PRG_ARGS(prg_string(prg_table_cell(table, row, 2))), error);
  }
  if (rows->forecast == rows->begin || rows->forecast == rows->end)
    return prg_table_fail(table, begin, 0, PRG_TEXT_FORECAST_CSV_PART, PRG_ARGS(prg_string(name)),
                          error);
  return PRG_OK;
}

/* Row `row` must be the period `steps` after the first one. */
static prg_status expect_period(const prg_table *table, size_t row, prg_period first, size_t steps,
                                prg_error *error) {
  prg_period period;
  prg_status status = read_period(table, row, &period, error);
  if (status != PRG_OK)
    return status;
  prg_period expected = prg_period_add(first, (int)steps);
  if (prg_period_compare(period, expected) == 0)
    return PRG_OK;
  char text[PRG_PERIOD_BYTES];
  return prg_table_fail(table, row, 1, PRG_TEXT_FORECAST_CSV_ORDER,
                        PRG_ARGS(prg_string(prg_table_cell(table, row, 1)),
                                 prg_string(prg_period_print(expected, text))),
                        error);
}

/* The status of a figure in its note; without a note it is a plain figure, or a gap. */
static prg_status read_status(const prg_table *table, size_t row, bool has_value,
                              prg_observation *observation, prg_error *error) {
  size_t column = prg_table_width(table, 0) - 1;
  bool is_note = strcmp(prg_table_cell(table, 0, column), "note") == 0;
  const char *note = is_note ? prg_table_cell(table, row, column) : "";
  *observation = has_value ? PRG_OBSERVED : PRG_GAP;
  if (*note == '\0' || (prg_observation_from_name(note, strlen(note), observation) &&
                        prg_observation_has_value(*observation) == has_value))
    return PRG_OK;
  return prg_table_fail(table, row, column, PRG_TEXT_STATUS_UNKNOWN, PRG_ARGS(prg_string(note)),
                        error);
}

static prg_status read_actuals(const prg_table *table, const series_rows *rows, prg_series *series,
                               prg_error *error) {
  prg_period first;
  prg_status status = read_period(table, rows->begin, &first, error);
  if (status == PRG_OK)
    status = prg_series_init(series, prg_table_cell(table, rows->begin, 0), first,
                             rows->forecast - rows->begin, error);
  for (size_t t = 0; status == PRG_OK && t < series->n; t++) {
    size_t row = rows->begin + t;
    status = expect_period(table, row, first, t, error);
    bool has_value = *prg_table_cell(table, row, 3) != '\0';
    if (status == PRG_OK && has_value)
      status = read_number(table, row, 3, &series->value[t], error);
    if (status == PRG_OK)
      status = read_status(table, row, has_value, &series->observation[t], error);
  }
  return status;
}

/* A file says nothing of bounds. Where neither figure nor limit is negative, none may become so:
 * a reader may ask for limits farther out than those written. */
static void restore_bound(const prg_series *series, prg_distribution *distribution) {
  double least = prg_series_minimum(series);
  for (size_t h = 0; h < distribution->horizon; h++)
    least = fmin(least, distribution->quantile[h * distribution->n_probability]);
  if (least >= 0)
    prg_distribution_clamp_below(distribution, 0);
}

static prg_status read_quantiles(const prg_table *table, const series_rows *rows,
                                 const limits *found, const prg_series *series,
                                 prg_forecast *forecast, prg_error *error) {
  size_t horizon = rows->end - rows->forecast;
  forecast->origin = prg_series_period(series, series->n - 1);
  prg_status status =
      prg_distribution_init(&forecast->distribution, horizon, found->probability, found->n, error);
  for (size_t h = 1; status == PRG_OK && h <= horizon; h++) {
    size_t row = rows->forecast + h - 1;
    double *quantile = forecast->distribution.quantile + (h - 1) * found->n;
    status = expect_period(table, row, forecast->origin, h, error);
    for (size_t i = 0; status == PRG_OK && i < found->n; i++) {
      status = read_number(table, row, found->column[i], &quantile[i], error);
      if (status == PRG_OK && i > 0 && quantile[i] < quantile[i - 1])
        status =
            prg_table_fail(table, row, found->column[i], PRG_TEXT_FORECAST_CSV_LIMITS, NULL, error);
    }
  }
  if (status == PRG_OK)
    restore_bound(series, &forecast->distribution);
  return status;
}

static prg_status read_series(const prg_table *table, const series_rows *rows, const limits *found,
                              prg_forecast_set *set, prg_error *error) {
  prg_series series = {0};
  prg_forecast forecast = {.model = set->model};
  prg_status status = read_actuals(table, rows, &series, error);
  if (status == PRG_OK)
    status = read_quantiles(table, rows, found, &series, &forecast, error);
  prg_forecast *grown = realloc(set->forecast, (set->panel.n + 1) * sizeof *grown);
  if (grown != NULL)
    set->forecast = grown;
  else if (status == PRG_OK)
    status = prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  if (status == PRG_OK)
    status = prg_panel_add(&set->panel, &series, error);
  if (status == PRG_OK)
    set->forecast[set->panel.n - 1] = forecast;
  else
    prg_forecast_clear(&forecast);
  prg_series_clear(&series);
  return status;
}

static size_t model_column(const prg_table *table) {
  size_t column = 4;
  while (column < prg_table_width(table, 0) &&
         strcmp(prg_table_cell(table, 0, column), "model") != 0)
    column++;
  return column;
}

static prg_status read_table(const prg_table *table, prg_forecast_set *set, prg_error *error) {
  limits found;
  prg_status status = find_limits(table, &found, error);
  if (status == PRG_OK && table->n_rows < 2)
    status = prg_table_fail(table, 0, 0, PRG_TEXT_HEADER_ONLY, NULL, error);
  for (size_t row = 1; status == PRG_OK && row < table->n_rows;) {
    series_rows rows;
    status = find_rows(table, row, &rows, error);
    if (status == PRG_OK && set->model == NULL) {
      set->model = strdup(prg_table_cell(table, rows.forecast, model_column(table)));
      if (set->model == NULL)
        status = prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
    }
    if (status == PRG_OK)
      status = read_series(table, &rows, &found, set, error);
    row = rows.end;
  }
  /* The panel has come to rest: its series can be pointed at. */
  for (size_t i = 0; i < set->panel.n; i++)
    set->forecast[i].series = &set->panel.series[i];
  return status;
}

prg_status prg_forecast_csv_read(const char *file, const char *bytes, size_t n,
                                 prg_forecast_set *out, prg_error *error) {
  *out = (prg_forecast_set){0};
  const prg_dialect dialect = {.delimiter = ',', .decimal = '.'};
  prg_table table;
  prg_status status = prg_table_read(&table, file, bytes, n, &dialect, error);
  if (status == PRG_OK)
    status = read_table(&table, out, error);
  prg_table_clear(&table);
  return status;
}

void prg_forecast_set_clear(prg_forecast_set *set) {
  if (set == NULL)
    return;
  for (size_t i = 0; i < set->panel.n; i++)
    prg_forecast_clear(&set->forecast[i]);
  free(set->forecast);
  free(set->model);
  prg_panel_clear(&set->panel);
  *set = (prg_forecast_set){0};
}
