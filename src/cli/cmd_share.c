#include <prognos/chart_share.h>
#include <prognos/forecast_csv.h>
#include <prognos/share_table.h>
#include <prognos/source.h>

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/charting.h"
#include "cli/forecasting.h"
#include "cli/scenarios.h"

/* The population as it was read: what prg_population borrows. */
typedef struct population_files {
  prg_reading reading[PRG_VARIANTS];
  prg_forecast_set set; /* of a file that `forecast` wrote */
  prg_population population;
} population_files;

static void clear_files(population_files *files) {
  prg_population_clear(&files->population);
  for (int v = 0; v < PRG_VARIANTS; v++)
    prg_reading_clear(&files->reading[v]);
  prg_forecast_set_clear(&files->set);
}

/* The main file: forecasts, or a table of any shape. */
static prg_status read_main(const command *run, const char *path, population_files *files,
                            prg_error *error) {
  prg_buffer bytes = {0};
  prg_status status = prg_source_read(path, &bytes, error);
  const char *text = prg_buffer_string(&bytes);
  if (status == PRG_OK && prg_forecast_csv_is(text, bytes.length)) {
    status = prg_forecast_csv_read(asking_name(path), text, bytes.length, &files->set, error);
    if (status == PRG_OK)
      status =
          prg_population_make(&files->set.panel, files->set.forecast, &files->population, error);
  } else if (status == PRG_OK) {
    prg_reading *reading = &files->reading[PRG_VARIANT_MIDDLE];
    status = asking_read_alone(run, path, reading, error);
    if (status == PRG_OK)
      status = prg_population_make(&reading->panel, NULL, &files->population, error);
  }
  prg_buffer_free(&bytes);
  return status;
}

static prg_status read_variant(const command *run, const char *option, prg_variant variant,
                               population_files *files, prg_error *error) {
  const char *path = option_string(&run->options, option);
  if (path == NULL)
    return PRG_OK;
  prg_status status = asking_read_alone(run, path, &files->reading[variant], error);
  return status == PRG_OK ? prg_population_add(&files->population, &files->reading[variant].panel,
                                               variant, error)
                          : status;
}

static prg_status read_population(const command *run, population_files *files, prg_error *error) {
  const char *path = option_string(&run->options, "population");
  *files = (population_files){0};
  if (path == NULL)
    return prg_fail(error, PRG_TEXT_POPULATION_MISSING, NULL);
  prg_status status = read_main(run, path, files, error);
  if (status == PRG_OK)
    status = read_variant(run, "population-low", PRG_VARIANT_LOW, files, error);
  if (status == PRG_OK)
    status = read_variant(run, "population-high", PRG_VARIANT_HIGH, files, error);
  return status;
}

static prg_status no_group(const prg_population *population, const char *name, prg_error *error) {
  prg_buffer names = {0};
  for (size_t i = 0; i < population->n && names.length < PRG_ARGUMENT_BYTES; i++)
    prg_buffer_printf(&names, i == 0 ? "%s" : ", %s", population->group[i].name);
  prg_status status = prg_fail(error, PRG_TEXT_POPULATION_NO_GROUP,
                               PRG_ARGS(prg_string(name), prg_string(prg_buffer_string(&names))));
  prg_buffer_free(&names);
  return status;
}

/* What one run works on. */
typedef struct sharing {
  command *run;
  population_files files;
  prg_reading reading, peers;
  forecasting made; /* levels and grid */
  prg_forecast_options direct;
  prg_share_options options;
  prg_share *share; /* shape (n) */
  size_t n;
} sharing;

/* Another forecast of the same pupils; that there is none for want of figures is no matter. */
static prg_status add_rival(const sharing *s, prg_share_rival which, const prg_model_type *model,
                            prg_share *share, prg_error *error) {
  prg_forecast_options options = s->direct;
  options.model = model;
  options.horizon = share->horizon;
  prg_forecaster *forecaster = prg_forecaster_alloc(&options, error);
  if (forecaster == NULL)
    return PRG_ENOMEM;
  prg_forecast forecast = {0};
  prg_status status = prg_forecaster_run(forecaster, share->forecast.series, &forecast, error);
  if (status == PRG_OK)
    prg_share_add_rival(share, which, &forecast);
  prg_forecast_clear(&forecast);
  prg_forecaster_free(forecaster);
  return status == PRG_ENOMEM ? status : PRG_OK;
}

static prg_status project(const sharing *s, size_t i, prg_share *share, prg_error *error) {
  const prg_panel *panel = &s->reading.panel;
  const prg_population_group *group = prg_population_find(&s->files.population, panel, i);
  *share = (prg_share){0};
  if (group == NULL)
    return no_group(&s->files.population, panel->series[i].name, error);
  prg_status status = prg_share_project(&panel->series[i], group, &s->options, share, error);
  if (status == PRG_OK)
    status = add_rival(s, PRG_SHARE_DIRECT, s->direct.model, share, error);
  if (status == PRG_OK)
    status = add_rival(s, PRG_SHARE_LINE, prg_model_find("linear"), share, error);
  if (status == PRG_OK)
    prg_share_note_spread(share, option_number(&s->run->options, "group-size"));
  return status;
}

/* A series that cannot be projected is told and passed over. */
static prg_status project_all(sharing *s, prg_error *error) {
  s->share = calloc(s->reading.panel.n + 1, sizeof *s->share);
  if (s->share == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  for (size_t i = 0; i < s->reading.panel.n; i++) {
    prg_status status = project(s, i, &s->share[s->n], error);
    if (status == PRG_OK) {
      s->n++;
      continue;
    }
    prg_share_clear(&s->share[s->n]);
    if (status == PRG_ENOMEM)
      return status;
    command_tell_error(s->run, error);
  }
  return PRG_OK;
}

/* --pool-with. */
static prg_status read_peers(sharing *s, prg_error *error) {
  const char *path = option_string(&s->run->options, "pool-with");
  if (path == NULL)
    return PRG_OK;
  if (s->options.method == PRG_SHARE_GIVEN)
    return prg_fail(error, PRG_TEXT_SHARE_POOL_GIVEN, NULL);
  s->options.peers = &s->peers.panel;
  return asking_read_alone(s->run, path, &s->peers, error);
}

static prg_status set_options(sharing *s, prg_error *error) {
  const command *run = s->run;
  prg_share_options_init(&s->options);
  prg_status status =
      prg_share_method_read(option_string(&run->options, "share"), &s->options, error);
  if (status == PRG_OK)
    status = forecasting_levels(run, &s->made, error);
  if (status == PRG_OK)
    status = forecasting_options(run, &s->reading.panel, true, &s->made, &s->direct, error);
  s->options.years = (size_t)option_integer(&run->options, "share-years");
  if (option_is_given(&run->options, "horizon"))
    s->options.horizon = (size_t)option_integer(&run->options, "horizon");
  s->options.seed = s->direct.model_options.seed;
  s->options.probability = s->direct.probability;
  s->options.n_probability = s->direct.n_probability;
  return status;
}

static void write_csv(const sharing *s, prg_csv_style style) {
  prg_buffer *out = &s->run->out;
  prg_forecast_csv_head(s->made.level, s->made.n_level, style, out);
  for (size_t i = 0; i < s->n; i++)
    prg_forecast_csv_write(&s->share[i].forecast, s->made.level, s->made.n_level, style,
                           s->run->language, out);
}

static void write_shares(const sharing *s) {
  command *run = s->run;
  const char *format = option_string(&run->options, "format");
  bool to_person = isatty(STDOUT_FILENO) && command_output(run) == NULL;
  if (format == NULL)
    format = to_person ? "table" : "csv";
  if (strcmp(format, "json") == 0)
    prg_share_json(s->share, s->n, run->language, &run->out);
  else if (strcmp(format, "table") != 0)
    write_csv(s, strcmp(format, "excel") == 0 ? PRG_CSV_EXCEL : PRG_CSV_PLAIN);
  for (size_t i = 0; i < s->n && strcmp(format, "table") == 0; i++) {
    prg_buffer_add(&run->out, i > 0 ? "\n" : "");
    prg_share_write(&s->share[i], run->language, &run->out);
  }
}

/* With --chart; of several series each has its own. */
static prg_status draw_shares(const sharing *s, prg_error *error) {
  charting charts = {.run = s->run, .directory = option_string(&s->run->options, "chart")};
  prg_status status = PRG_OK;
  for (size_t i = 0; i < s->n && status == PRG_OK && charts.directory != NULL; i++) {
    prg_chart_options options;
    prg_drawing drawing = {0};
    status = charting_options(s->run, &options, error);
    if (status == PRG_OK)
      status = prg_share_draw(&s->share[i], &options, &drawing, error);
    if (status == PRG_OK)
      status =
          charting_add(&charts, s->n > 1 ? s->share[i].forecast.series->name : "", &drawing, error);
    prg_drawing_clear(&drawing);
  }
  charting_finish(&charts);
  return status;
}

static prg_status run_share(command *run, prg_error *error) {
  sharing s = {.run = run};
  const char *path;
  prg_status status = asking_file(run, &path, error);
  if (status == PRG_OK)
    status = read_population(run, &s.files, error);
  if (status == PRG_OK)
    status = asking_read(run, path, &s.reading, error);
  if (status == PRG_OK)
    status = set_options(&s, error);
  if (status == PRG_OK)
    status = read_peers(&s, error);
  if (status == PRG_OK)
    status = project_all(&s, error);
  if (status == PRG_OK && s.n > 0)
    write_shares(&s);
  if (status == PRG_OK)
    status = draw_shares(&s, error);
  for (size_t i = 0; i < s.n; i++)
    prg_share_clear(&s.share[i]);
  free(s.share);
  forecasting_clear(&s.made);
  prg_reading_clear(&s.peers);
  prg_reading_clear(&s.reading);
  clear_files(&s.files);
  return status;
}

static const option_row options[] = {
    SCENARIOS_OPTION,
    TEXT_OPTION("population", 'p', NULL, FILE, POPULATION),
    TEXT_OPTION("population-low", 0, NULL, FILE, POPULATION_LOW),
    TEXT_OPTION("population-high", 0, NULL, FILE, POPULATION_HIGH),
    TEXT_OPTION("share", 0, "constant", SHARE, SHARE),
    INTEGER_OPTION("share-years", 0, "3", 1, 100, SHARE_YEARS),
    TEXT_OPTION("pool-with", 0, NULL, FILE, POOL_SHARE),
    NUMBER_OPTION("group-size", 0, NULL, 1, 10000, SHARE_GROUP_SIZE),
    CHOICE_OPTION("format", 'f', NULL, "table|csv|excel|json", FORMAT),
    TEXT_OPTION("model", 'm', "pooled", NAME, SHARE_MODEL),
    INTEGER_OPTION("horizon", 0, NULL, 1, PRG_HORIZON_MAX, HORIZON),
    TEXT_OPTION("prior", 0, "mixture", NAME, PRIOR_OR_FILE),
    TEXT_OPTION("ets-form", 0, NULL, NAME, ETS_FORM),
    TEXT_OPTION("levels", 0, "80,95", LIST, LEVELS),
    TEXT_OPTION("break", 0, NULL, PERIOD, BREAK),
    TEXT_OPTION("event", 0, NULL, EVENT, EVENT),
    INTEGER_OPTION("seed", 0, "1", 0, 4294967295.0, SEED),
    CHART_OPTION,
    CHARTING_OPTIONS_WITH(0),
    READING_OPTIONS,
    COMMON_OPTIONS,
};

const verb verb_share = {
    .name = "share",
    .summary = PRG_TEXT_SUMMARY_SHARE,
    .operands = PRG_TEXT_OPERANDS_FILES,
    .options = options,
    .run = run_share,
};
