#include <stdlib.h>
#include <string.h>

#include <prognos/chart.h>

#include "cli/charting.h"
#include "cli/file_name.h"
#include "cli/forecasting.h"
#include "cli/placing.h"

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

/* How many of the series before it have the same name in a file name. */
static size_t count_namesakes(const forecasting *made, size_t which) {
  prg_buffer name = {0}, other = {0};
  size_t n = 0;
  file_name_add(&name, made->forecast[which].series->name);
  for (size_t i = 0; i < which; i++) {
    prg_buffer_clear(&other);
    file_name_add(&other, made->forecast[i].series->name);
    n += strcmp(prg_buffer_string(&other), prg_buffer_string(&name)) == 0;
  }
  prg_buffer_free(&name);
  prg_buffer_free(&other);
  return n;
}

/* With --each "SERIES", the second of a name "SERIES-2". */
static void add_suffix(const forecasting *made, size_t which, prg_buffer *suffix) {
  file_name_add(suffix, made->forecast[which].series->name);
  size_t namesakes = count_namesakes(made, which);
  if (namesakes > 0)
    prg_buffer_printf(suffix, "-%zu", namesakes + 1);
}

static prg_status check_number(const prg_chart_type *type, size_t n, prg_error *error) {
  if (n > type->most)
    return prg_fail(error, PRG_TEXT_CHART_TOO_MANY,
                    PRG_ARGS(prg_integer((long long)n), prg_integer((long long)type->most)));
  return PRG_OK;
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
  prg_status status = set_chart_options(charts->run, made, places, &options, error);
  bool each = option_is_given(given, "each");
  if (status == PRG_OK && !each)
    status = check_number(type, made->n, error);
  size_t step = each ? 1 : made->n;
  for (size_t first = 0; status == PRG_OK && first < made->n; first += step) {
    prg_drawing drawing = {0};
    prg_buffer suffix = {0};
    if (each)
      add_suffix(made, first, &suffix);
    status = prg_chart_draw(type, forecast + first, step, &options, &drawing, error);
    if (status == PRG_OK)
      status = charting_add(charts, prg_buffer_string(&suffix), &drawing, error);
    prg_buffer_free(&suffix);
    prg_drawing_clear(&drawing);
  }
  free(forecast);
  return status;
}

static prg_status run_chart(command *run, prg_error *error) {
  prg_places places = {0};
  prg_status status = placing_is_given(run) ? placing_read(run, &places, error) : PRG_OK;
  charting charts = {.run = run, .directory = command_output(run)};
  forecasting made = {0};
  if (status == PRG_OK)
    status = forecasting_make(run, 0, &made, error);
  if (status == PRG_OK && made.n > 0)
    status = draw_all(&charts, &made, &places, error);
  charting_finish(&charts);
  forecasting_clear(&made);
  prg_places_clear(&places);
  return status;
}

static const option_row options[] = {
    TEXT_OPTION("output", 'o', NULL, DIRECTORY, OUTPUT_DIRECTORY),
    CHOICE_OPTION("type", 't', "fan", "fan|bars|change|stack|multiples|seasonal", CHART_TYPE),
    FLAG_OPTION("each", 0, EACH),
    FLAG_OPTION("free-scale", 0, FREE_SCALE),
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

const verb verb_chart = {"chart", PRG_TEXT_SUMMARY_CHART, PRG_TEXT_OPERANDS_FILES, options,
                         run_chart};
