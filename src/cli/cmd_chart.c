#include <stdlib.h>
#include <string.h>

#include <prognos/chart.h>

#include "cli/charting.h"
#include "cli/forecasting.h"
#include "cli/placing.h"
#include "cli/recasting.h"
#include "cli/terminal.h"
#include "cli/vintaging.h"

static prg_status set_chart_options(const command *run, const forecasting *made,
                                    const prg_places *places, prg_chart_options *options,
                                    prg_error *error) {
  prg_status status = charting_options(run, options, error);
  options->places = places->n > 0 ? places : NULL;
  options->capacity_label = option_string(&run->options, "capacity-label");
  options->events = &made->events;
  options->free_scale = option_is_given(&run->options, "free-scale");
  options->with_table = option_is_given(&run->options, "with-table");
  options->input_hash = made->input_hash;
  return status;
}

static prg_status check_number(size_t n, size_t most, prg_error *error) {
  if (n > most)
    return prg_fail(error, PRG_TEXT_CHART_TOO_MANY,
                    PRG_ARGS(prg_integer((long long)n), prg_integer((long long)most)));
  return PRG_OK;
}

/* With --terminal: lines as text to standard output, a blank line between two charts. */
static prg_status draw_text(command *run, const prg_forecast *const *forecast, size_t n,
                            const prg_chart_options *options, prg_error *error) {
  const prg_text_screen screen = terminal_screen(run);
  const char *type = option_string(&run->options, "type");
  bool bars = strcmp(type, "bars") == 0;
  if (!bars && strcmp(type, "fan") != 0)
    return prg_fail(error, PRG_TEXT_TERMINAL_TYPE, PRG_ARGS(prg_string(type)));
  if (options->with_table)
    return prg_fail(error, PRG_TEXT_TERMINAL_TABLE, NULL);
  if (run->out.length > 0)
    prg_buffer_add_char(&run->out, '\n');
  return (bars ? prg_chart_text_bars : prg_chart_text)(forecast, n, options, &screen, &run->out,
                                                       error);
}

static prg_status draw_one(charting *charts, const prg_forecast *const *forecast, size_t n,
                           const prg_chart_options *options, const char *name, prg_error *error) {
  const prg_chart_type *type = prg_chart_type_find(option_string(&charts->run->options, "type"));
  prg_drawing drawing = {0};
  prg_status status = prg_chart_draw(type, forecast, n, options, &drawing, error);
  if (status == PRG_OK)
    status = charting_add(charts, name, &drawing, error);
  prg_drawing_clear(&drawing);
  return status;
}

static bool is_type(const charting *charts, const char *name) {
  return strcmp(option_string(&charts->run->options, "type"), name) == 0;
}

/* A series by several models, or from several origins. */
static prg_status draw_again(charting *charts, const forecasting *made, const prg_forecast *series,
                             prg_chart_options *options, const char *name, prg_error *error) {
  const prg_forecast *forecast[RECASTING_MAX + 1];
  const prg_forecast alone = {.series = series->series};
  recasting *again = calloc(1, sizeof *again);
  if (again == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  bool by_model = is_type(charts, "spread");
  options->recomputed = !by_model;
  prg_status status = by_model ? recasting_models(charts->run, made, series->series, again, error)
                               : recasting_origins(charts->run, made, series->series, again, error);
  size_t n = again->n;
  for (size_t i = 0; i < n; i++)
    forecast[i] = &again->forecast[i];
  if (!by_model)
    forecast[n++] = &alone;
  if (status == PRG_OK)
    status = draw_one(charts, forecast, n, options, name, error);
  recasting_clear(again);
  free(again);
  return status;
}

/* Types that show a series in several forecasts; several series of a spread are assumptions. */
static bool is_recast(const charting *charts, const forecasting *made) {
  bool each = option_is_given(&charts->run->options, "each");
  return is_type(charts, "vintages") || (is_type(charts, "spread") && (each || made->n == 1));
}

/* One chart of all series, or one of each. */
static prg_status draw_all(charting *charts, const forecasting *made, const prg_places *places,
                           prg_error *error) {
  const option_set *given = &charts->run->options;
  const prg_chart_type *type = prg_chart_type_find(option_string(given, "type"));
  const prg_forecast **forecast = calloc(made->n, sizeof *forecast);
  if (forecast == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  for (size_t i = 0; i < made->n; i++)
    forecast[i] = &made->forecast[i];
  prg_chart_options options;
  bool each = option_is_given(given, "each"), recast = is_recast(charts, made);
  bool in_text = option_is_given(given, "terminal");
  prg_status status = set_chart_options(charts->run, made, places, &options, error);
  if (status == PRG_OK && !each)
    status = check_number(made->n, recast ? 1 : type->most, error);
  size_t step = each || recast ? 1 : made->n;
  for (size_t first = 0; status == PRG_OK && first < made->n; first += step) {
    const char *name = each ? forecast[first]->series->name : "";
    if (in_text)
      status = draw_text(charts->run, forecast + first, step, &options, error);
    else
      status = recast ? draw_again(charts, made, forecast[first], &options, name, error)
                      : draw_one(charts, forecast + first, step, &options, name, error);
  }
  free(forecast);
  return status;
}

/* Forecasts of one series from several files, as they were published. */
static prg_status draw_published(charting *charts, prg_error *error) {
  vintaging *all = calloc(1, sizeof *all);
  if (all == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  prg_chart_options options;
  prg_status status = charting_options(charts->run, &options, error);
  if (status == PRG_OK)
    status = vintaging_read(charts->run, all, error);
  if (status == PRG_OK)
    status = draw_one(charts, all->forecast, all->n, &options, "", error);
  vintaging_clear(all);
  free(all);
  return status;
}

static prg_status draw_made(charting *charts, prg_error *error) {
  prg_places places = {0};
  forecasting made = {0};
  command *run = charts->run;
  prg_status status = placing_is_given(run) ? placing_read(run, &places, error) : PRG_OK;
  if (status == PRG_OK)
    status = forecasting_make(run, 0, &made, error);
  if (status == PRG_OK && made.n > 0)
    status = draw_all(charts, &made, &places, error);
  forecasting_clear(&made);
  prg_places_clear(&places);
  return status;
}

static prg_status run_chart(command *run, prg_error *error) {
  charting charts = {.run = run, .directory = command_output(run)};
  bool published =
      is_type(&charts, "vintages") && (run->options.n_file > 1 || vintaging_is_of_ledger(run));
  prg_status status = published ? draw_published(&charts, error) : draw_made(&charts, error);
  charting_finish(&charts);
  return status;
}

static const option_row options[] = {
    TEXT_OPTION("output", 'o', NULL, DIRECTORY, OUTPUT_DIRECTORY),
    CHOICE_OPTION("type", 't', "fan", "fan|bars|change|stack|multiples|seasonal|spread|vintages",
                  CHART_TYPE),
    FLAG_OPTION("each", 0, EACH),
    TERMINAL_OPTIONS,
    FLAG_OPTION("free-scale", 0, FREE_SCALE),
    TEXT_OPTION("models", 0, "pooled,drift,linear,naive", LIST, SPREAD_MODELS),
    INTEGER_OPTION("origins", 0, "8", 1, RECASTING_MAX, ORIGINS),
    FLAG_OPTION("with-table", 0, WITH_TABLE),
    CHARTING_OPTIONS,
    TEXT_OPTION("capacity", 0, NULL, PLACES, CAPACITY),
    TEXT_OPTION("places", 0, NULL, FILE, PLACES),
    TEXT_OPTION("capacity-label", 0, NULL, TEXT, CAPACITY_LABEL),
    FORECAST_OPTIONS,
    SIBLINGS_OPTION,
    READING_OPTIONS,
    SHARED_OPTIONS,
};

const verb verb_chart = {
    .name = "chart",
    .summary = PRG_TEXT_SUMMARY_CHART,
    .operands = PRG_TEXT_OPERANDS_FILES,
    .options = options,
    .run = run_chart,
};
