#include <prognos/capacity_table.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/charting.h"
#include "cli/forecasting.h"
#include "cli/placing.h"
#include "cli/scenarios.h"

static void raise_alarm(command *run, const prg_capacity *unit) {
  double limit = option_number(&run->options, "alarm") / 100;
  char period[PRG_PERIOD_BYTES];
  size_t h = 0, within = unit->horizon;
  if (option_is_given(&run->options, "alarm-within")) {
    size_t asked = (size_t)option_integer(&run->options, "alarm-within");
    within = asked < within ? asked : within;
  }
  while (h < within && !(unit->year[h].over >= limit)) /* NaN: no alarm was asked for */
    h++;
  if (h == within)
    return;
  prg_error alarm;
  prg_fail(
      &alarm, PRG_TEXT_CAPACITY_ALARM,
      PRG_ARGS(prg_string(unit->unit),
               prg_string(prg_period_print_people(unit->year[h].period, run->language, period)),
               prg_number(100 * unit->year[h].over, 0)));
  command_raise_alarm(run, unit->unit, &alarm);
}

/* A unit without places is told and passed over. */
static prg_status reckon_all(command *run, const forecasting *made, const prg_places *places,
                             prg_capacity *unit, size_t *n, prg_error *error) {
  prg_capacity_options options;
  prg_capacity_options_init(&options);
  options.group_size = option_number(&run->options, "group-size");
  prg_status status = PRG_OK;
  for (size_t i = 0; i < made->n && status != PRG_ENOMEM; i++) {
    size_t each = made->n_paths * made->forecast[i].distribution.horizon;
    const double *path = made->path == NULL ? NULL : made->path + i * each;
    status = prg_capacity_reckon(&made->forecast[i], path, made->n_paths, places, &options,
                                 &unit[*n], error);
    if (status == PRG_OK)
      raise_alarm(run, &unit[(*n)++]);
    else if (status != PRG_ENOMEM)
      command_tell_error(run, error);
  }
  return status == PRG_ENOMEM ? status : PRG_OK;
}

static void write_units(command *run, const prg_capacity *unit, size_t n, const char *moment) {
  const char *format = option_string(&run->options, "format");
  bool to_person = isatty(STDOUT_FILENO) && command_output(run) == NULL;
  if (format == NULL)
    format = to_person ? "table" : "csv";
  prg_capacity_words words = {.language = run->language, .moment = moment};
  if (strcmp(format, "table") == 0)
    prg_capacity_write(unit, n, &words, &run->out);
  else if (strcmp(format, "json") == 0)
    prg_capacity_json(unit, n, &words, &run->out);
  else
    prg_capacity_csv(unit, n, strcmp(format, "excel") == 0 ? PRG_CSV_EXCEL : PRG_CSV_PLAIN,
                     &run->out);
}

static prg_status draw_unit(charting *charts, const forecasting *made, const prg_places *places,
                            const prg_forecast *forecast, bool alone, prg_error *error) {
  prg_chart_options options;
  prg_drawing drawing = {0};
  prg_status status = charting_options(charts->run, &options, error);
  options.places = places;
  options.capacity_label = charts->run->scenario; /* whose places they are; NULL: as by default */
  options.events = &made->events;
  options.input_hash = made->input_hash;
  if (status == PRG_OK)
    status = prg_chart_draw(prg_chart_type_find("fan"), &forecast, 1, &options, &drawing, error);
  if (status == PRG_OK)
    status = charting_add(charts, alone ? "" : forecast->series->name, &drawing, error);
  prg_drawing_clear(&drawing);
  return status;
}

/* With --chart: each unit that was reckoned, and its places as a line. */
static prg_status draw_units(command *run, const forecasting *made, const prg_places *places,
                             const prg_capacity *unit, size_t n, prg_error *error) {
  charting charts = {.run = run, .directory = option_string(&run->options, "chart")};
  prg_status status = PRG_OK;
  size_t k = 0;
  for (size_t i = 0; status == PRG_OK && charts.directory != NULL && i < made->n; i++)
    if (k < n && unit[k].unit == made->forecast[i].series->name) {
      status = draw_unit(&charts, made, places, &made->forecast[i], n == 1, error);
      k++;
    }
  charting_finish(&charts);
  return status;
}

static prg_status run_capacity(command *run, prg_error *error) {
  prg_places places = {0};
  forecasting made = {0};
  prg_capacity *unit = NULL;
  size_t n = 0;
  prg_status status = placing_is_given(run) ? placing_read(run, &places, error)
                                            : prg_fail(error, PRG_TEXT_CAPACITY_MISSING, NULL);
  if (status == PRG_OK)
    status = forecasting_make(run, PLACING_PATHS, &made, error);
  if (status == PRG_OK && (unit = calloc(made.n + 1, sizeof *unit)) == NULL)
    status = prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  if (status == PRG_OK)
    status = reckon_all(run, &made, &places, unit, &n, error);
  if (status == PRG_OK && n > 0)
    write_units(run, unit, n, placing_moment(run, &made.panel));
  if (status == PRG_OK)
    status = draw_units(run, &made, &places, unit, n, error);
  for (size_t i = 0; unit != NULL && i < n; i++)
    prg_capacity_clear(&unit[i]);
  free(unit);
  forecasting_clear(&made);
  prg_places_clear(&places);
  return status;
}

static const option_row options[] = {
    SCENARIOS_OPTION,
    PLACING_OPTIONS,
    NUMBER_OPTION("alarm", 0, NULL, 0, 100, CAPACITY_ALARM),
    INTEGER_OPTION("alarm-within", 0, NULL, 1, PRG_HORIZON_MAX, ALARM_WITHIN),
    CHOICE_OPTION("format", 'f', NULL, "table|csv|excel|json", FORMAT),
    CHART_OPTION,
    CHARTING_OPTIONS_WITH(0),
    FORECAST_OPTIONS,
    SIBLINGS_OPTION,
    READING_OPTIONS,
    COMMON_OPTIONS,
};

const verb verb_capacity = {
    .name = "capacity",
    .summary = PRG_TEXT_SUMMARY_CAPACITY,
    .operands = PRG_TEXT_OPERANDS_FILE,
    .options = options,
    .run = run_capacity,
};
