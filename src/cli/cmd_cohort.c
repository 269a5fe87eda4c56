#include <stdint.h>
#include <string.h>
#include <unistd.h>

#include <prognos/chart_cohort.h>
#include <prognos/cohort_report.h>
#include <prognos/forecast_csv.h>
#include <prognos/source.h>

#include "cli/charting.h"
#include "cli/file_name.h"
#include "cli/forecasting.h"
#include "cli/scenarios.h"

#define WHOLE_FILE_OTHERS                                                                          \
  2 /* other units from which on they are a reference without being asked                          \
     */

/* One run of the verb: what was read, and how to write. */
typedef struct cohort_run {
  command *run;
  prg_reading reading, entry, pool_reading;
  prg_cohort_units units, pool_units;
  prg_housing housing;
  prg_cohort_plan_options options;
  forecasting levels; /* of the intervals */
  const char *format;
  size_t written;
  prg_json json;
  charting charts;
} cohort_run;

static void cohort_run_clear(cohort_run *made) {
  prg_reading_clear(&made->reading);
  prg_reading_clear(&made->entry);
  prg_reading_clear(&made->pool_reading);
  prg_cohort_units_clear(&made->units);
  prg_cohort_units_clear(&made->pool_units);
  prg_housing_clear(&made->housing);
  forecasting_clear(&made->levels);
}

static const char *format_of(const command *run) {
  const char *format = option_string(&run->options, "format");
  bool to_person = isatty(STDOUT_FILENO) && command_output(run) == NULL;
  return format != NULL ? format : to_person ? "table" : "csv";
}

static bool pools_with_file(const command *run) {
  const char *pool = option_string(&run->options, "pool-with");
  return pool != NULL && strcmp(pool, "none") != 0;
}

static prg_status read_housing(cohort_run *made, prg_error *error) {
  const char *path = option_string(&made->run->options, "housing");
  if (path == NULL)
    return PRG_OK;
  prg_buffer bytes;
  prg_buffer_init(&bytes);
  prg_status status = prg_source_read(path, &bytes, error);
  if (status == PRG_OK)
    status = prg_housing_read(asking_name(path), bytes.data, bytes.length, &made->housing, error);
  prg_buffer_free(&bytes);
  if (status == PRG_OK)
    status = prg_housing_check(&made->housing, &made->units, error);
  made->options.housing = &made->housing;
  made->options.only_unit = made->units.n == 1;
  return status;
}

/* The files beside the table: whom the first grade comes from, other units, the housing plan. */
static prg_status read_beside(cohort_run *made, prg_error *error) {
  const option_set *given = &made->run->options;
  const char *entry = option_string(given, "entry");
  prg_status status = entry == NULL ? PRG_OK : prg_read_file(entry, NULL, &made->entry, error);
  if (status == PRG_OK && pools_with_file(made->run)) {
    status = prg_read_file(option_string(given, "pool-with"), NULL, &made->pool_reading, error);
    if (status == PRG_OK)
      status = prg_cohort_units_make(&made->pool_reading.panel, &made->pool_units, error);
  }
  return status == PRG_OK ? read_housing(made, error) : status;
}

static prg_status set_options(cohort_run *made, prg_error *error) {
  const option_set *given = &made->run->options;
  prg_cohort_plan_options *options = &made->options;
  const char *stages = option_string(given, "stages");
  prg_cohort_plan_options_init(options);
  options->language = made->run->language;
  options->horizon = (size_t)option_integer(given, "horizon");
  options->seed = (unsigned long)option_integer(given, "seed");
  options->cohort.years = (size_t)option_integer(given, "ratio-years");
  options->cohort.half_life = option_number(given, "half-life");
  prg_migration_from_name(option_string(given, "migration"), &options->cohort.migration);
  if (option_is_given(given, "entry-lag"))
    options->lag = (int)option_integer(given, "entry-lag");
  if (option_is_given(given, "grade-shift"))
    options->shift_year = (int)option_integer(given, "grade-shift");
  prg_status status = forecasting_levels(made->run, &made->levels, error);
  if (status == PRG_OK && stages != NULL)
    status = prg_cohort_groups_read(stages, options->group, &options->n_group, error);
  return status;
}

/* The series of the unit's name in the file of --entry, or the only one there is. */
static prg_status choose_births(cohort_run *made, const prg_cohort_unit *unit, prg_error *error) {
  const char *path = option_string(&made->run->options, "entry");
  if (path == NULL)
    return PRG_OK;
  const prg_panel *panel = &made->entry.panel;
  made->options.births = panel->n == 1 ? &panel->series[0] : prg_panel_find(panel, unit->name);
  if (made->options.births == NULL)
    return prg_fail(error, PRG_TEXT_COHORT_BIRTHS_UNIT,
                    PRG_ARGS(prg_string(asking_name(path)), prg_string(unit->name)));
  return PRG_OK;
}

/* The units to compare unit i with; none leaves *pool empty. */
static prg_status choose_pool(const cohort_run *made, size_t i, prg_cohort_pool *pool,
                              prg_error *error) {
  const char *asked = option_string(&made->run->options, "pool-with");
  const prg_cohort_unit *unit = &made->units.unit[i];
  if (asked == NULL)
    return made->units.n > WHOLE_FILE_OTHERS
               ? prg_cohort_pool_make(&made->units, i, unit, pool, error)
               : PRG_OK;
  if (!pools_with_file(made->run))
    return PRG_OK;
  prg_status status = prg_cohort_pool_make(&made->pool_units, SIZE_MAX, unit, pool, error);
  if (status == PRG_OK && pool->n == 0)
    return prg_fail(error, PRG_TEXT_COHORT_POOL_EMPTY,
                    PRG_ARGS(prg_string(asking_name(asked)), prg_string(unit->name)));
  return status;
}

static void write_csv(cohort_run *made, const prg_cohort_plan *plan, prg_csv_style style) {
  command *run = made->run;
  if (made->written == 0)
    prg_forecast_csv_head(made->levels.level, made->levels.n_level, style, &run->out);
  for (size_t r = 0; r < plan->panel.n; r++)
    prg_forecast_csv_write(&plan->forecast[r], made->levels.level, made->levels.n_level, style,
                           run->language, &run->out);
}

static void write_table(cohort_run *made, const prg_cohort_plan *plan) {
  prg_report_options options;
  prg_report_options_init(&options);
  options.language = made->run->language;
  options.level = made->levels.level;
  options.n_level = made->levels.n_level;
  if (made->written > 0)
    prg_buffer_add_char(&made->run->out, '\n');
  prg_report_cohort(plan, &options, &made->run->out);
}

static void write_json(cohort_run *made, const prg_cohort_plan *plan) {
  if (made->written == 0) {
    prg_json_init(&made->json, &made->run->out);
    prg_json_array(&made->json, PRG_JSON_LINES);
  }
  prg_json_cohort(&made->json, plan, made->levels.level, made->levels.n_level, made->run->language);
}

static void write_plan(cohort_run *made, const prg_cohort_plan *plan) {
  if (strcmp(made->format, "table") == 0)
    write_table(made, plan);
  else if (strcmp(made->format, "json") == 0)
    write_json(made, plan);
  else
    write_csv(made, plan, strcmp(made->format, "excel") == 0 ? PRG_CSV_EXCEL : PRG_CSV_PLAIN);
  made->written++;
}

/* With --chart: a picture of each unit, the only one without its name. */
static prg_status draw_plan(cohort_run *made, const prg_cohort_plan *plan, prg_error *error) {
  if (made->charts.directory == NULL)
    return PRG_OK;
  prg_chart_options options;
  prg_drawing drawing = {0};
  prg_buffer suffix = {0};
  if (made->units.n > 1)
    file_name_add(&suffix, plan->unit->name);
  prg_status status = charting_options(made->run, &options, error);
  if (status == PRG_OK)
    status = prg_cohort_draw(plan, &options, &drawing, error);
  if (status == PRG_OK)
    status = charting_add(&made->charts, prg_buffer_string(&suffix), &drawing, error);
  prg_buffer_free(&suffix);
  prg_drawing_clear(&drawing);
  return status;
}

static prg_status plan_unit(cohort_run *made, size_t i, prg_error *error) {
  const prg_cohort_unit *unit = &made->units.unit[i];
  prg_cohort_pool pool = {0};
  prg_cohort_plan plan = {0};
  if (unit->refusal != NULL) {
    *error = *unit->refusal;
    return error->status;
  }
  prg_status status = choose_births(made, unit, error);
  if (status == PRG_OK)
    status = choose_pool(made, i, &pool, error);
  made->options.pool = pool.n > 0 ? &pool : NULL;
  if (status == PRG_OK)
    status = prg_cohort_plan_make(unit, &made->options, &plan, error);
  if (status == PRG_OK)
    write_plan(made, &plan);
  if (status == PRG_OK)
    status = draw_plan(made, &plan, error);
  prg_cohort_plan_clear(&plan);
  prg_cohort_pool_clear(&pool);
  return status;
}

static bool is_asked_for(const command *run, const prg_cohort_unit *unit) {
  const char *name;
  if (!option_is_given(&run->options, "area"))
    return true;
  for (size_t k = 0; (name = option_repeated(&run->options, "area", k)) != NULL; k++)
    if (strcmp(name, unit->name) == 0)
      return true;
  return false;
}

static prg_status check_areas(const cohort_run *made, prg_error *error) {
  const char *name;
  for (size_t k = 0; (name = option_repeated(&made->run->options, "area", k)) != NULL; k++) {
    size_t i = 0;
    while (i < made->units.n && strcmp(made->units.unit[i].name, name) != 0)
      i++;
    if (i == made->units.n)
      return prg_fail(error, PRG_TEXT_COHORT_AREA_UNKNOWN, PRG_ARGS(prg_string(name)));
  }
  return PRG_OK;
}

/* Every unit asked for; one that is refused is told and passed over. */
static prg_status plan_units(cohort_run *made, prg_error *error) {
  if (made->units.open_grades > 0)
    command_talk(made->run, PRG_TEXT_COHORT_OPEN_GRADES,
                 PRG_ARGS(prg_integer((long long)made->units.open_grades)));
  for (size_t i = 0; i < made->units.n; i++) {
    if (!is_asked_for(made->run, &made->units.unit[i]))
      continue;
    prg_status status = plan_unit(made, i, error);
    if (status == PRG_ENOMEM || status == PRG_EUSAGE)
      return status;
    if (status != PRG_OK)
      command_tell_error(made->run, error);
  }
  if (strcmp(made->format, "json") == 0 && made->written > 0) {
    prg_json_close(&made->json);
    prg_buffer_add_char(&made->run->out, '\n');
  }
  return PRG_OK;
}

static prg_status run_cohort(command *run, prg_error *error) {
  cohort_run made = {.run = run, .format = format_of(run)};
  made.charts = (charting){.run = run, .directory = option_string(&run->options, "chart")};
  const char *path;
  prg_status status = asking_file(run, &path, error);
  if (status == PRG_OK)
    status = set_options(&made, error);
  if (status == PRG_OK)
    status = asking_read(run, path, &made.reading, error);
  if (status == PRG_OK)
    status = prg_cohort_units_make(&made.reading.panel, &made.units, error);
  if (status == PRG_OK)
    status = check_areas(&made, error);
  if (status == PRG_OK)
    status = read_beside(&made, error);
  if (status == PRG_OK)
    status = plan_units(&made, error);
  charting_finish(&made.charts);
  cohort_run_clear(&made);
  return status;
}

static const option_row options[] = {
    SCENARIOS_OPTION,
    INTEGER_OPTION("horizon", 0, "5", 1, PRG_COHORT_HORIZON_MAX, HORIZON_YEARS),
    INTEGER_OPTION("ratio-years", 0, "10", 1, 100, RATIO_YEARS),
    NUMBER_OPTION("half-life", 0, "5", .1, 1000, HALF_LIFE),
    CHOICE_OPTION("migration", 0, "recent", "recent|none|5-year|10-year", MIGRATION),
    TEXT_OPTION("pool-with", 0, NULL, FILE, POOL_WITH),
    TEXT_OPTION("entry", 0, NULL, FILE, ENTRY),
    INTEGER_OPTION("entry-lag", 0, NULL, 0, 30, ENTRY_LAG),
    INTEGER_OPTION("grade-shift", 0, NULL, 1000, 2999, GRADE_SHIFT),
    TEXT_OPTION("housing", 0, NULL, FILE, HOUSING),
    TEXT_OPTION("stages", 0, NULL, LIST, STAGES),
    TEXT_OPTION("area", 0, NULL, NAME, AREA),
    TEXT_OPTION("levels", 0, "80,95", LIST, LEVELS),
    INTEGER_OPTION("seed", 0, "1", 0, 4294967295.0, SEED),
    CHOICE_OPTION("format", 'f', NULL, "table|csv|excel|json", FORMAT),
    CHART_OPTION,
    CHARTING_OPTIONS,
    READING_OPTIONS,
    COMMON_OPTIONS,
};

const verb verb_cohort = {
    .name = "cohort",
    .summary = PRG_TEXT_SUMMARY_COHORT,
    .operands = PRG_TEXT_OPERANDS_FILE,
    .options = options,
    .run = run_cohort,
};
