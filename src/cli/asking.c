#include "cli/asking.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <prognos/forecast_csv.h>
#include <prognos/number.h>
#include <prognos/source.h>
#include <prognos/tidy.h>

#include "cli/reconciling.h"

prg_status asking_file(const command *run, const char **path, prg_error *error) {
  if (run->options.n_file == 0)
    return prg_fail(error, PRG_TEXT_FILE_MISSING, NULL);
  for (size_t i = 1; i < run->options.n_file; i++) /* the others may be read more than once */
    if (strcmp(run->options.file[i], "-") == 0)
      return prg_fail(error, PRG_TEXT_STDIN_NOT_FIRST, NULL);
  *path = run->options.file[0];
  return PRG_OK;
}

/* As many names as a message holds. */
static void add_names(const prg_panel *panel, prg_buffer *names) {
  for (size_t i = 0; i < panel->n && names->length < PRG_ARGUMENT_BYTES; i++)
    prg_buffer_printf(names, names->length == 0 ? "%s" : ", %s", panel->series[i].name);
}

static prg_status series_unknown(const prg_panel *panel, const char *name, prg_error *error) {
  prg_buffer names;
  prg_buffer_init(&names);
  add_names(panel, &names);
  prg_status status = prg_fail(error, PRG_TEXT_SERIES_UNKNOWN,
                               PRG_ARGS(prg_string(name), prg_string(prg_buffer_string(&names))));
  prg_buffer_free(&names);
  return status;
}

bool asking_is_asked_for(const option_set *options, const char *name) {
  const char *asked;
  if (!option_is_given(options, "series"))
    return true;
  for (size_t k = 0; (asked = option_repeated(options, "series", k)) != NULL; k++)
    if (strcmp(asked, name) == 0)
      return true;
  return false;
}

/* Keeps the series named by --series, in the file's order; all of them without it. */
static void drop_others(const option_set *options, prg_panel *panel) {
  if (!option_is_given(options, "series"))
    return;
  size_t kept = 0;
  for (size_t i = 0; i < panel->n; i++) {
    if (asking_is_asked_for(options, panel->series[i].name))
      panel->series[kept++] = panel->series[i];
    else
      prg_series_clear(&panel->series[i]);
  }
  panel->n = kept;
}

prg_status asking_check_series(const option_set *options, const prg_panel *panel,
                               prg_error *error) {
  const char *asked;
  for (size_t k = 0; (asked = option_repeated(options, "series", k)) != NULL; k++)
    if (prg_panel_find(panel, asked) == NULL)
      return series_unknown(panel, asked, error);
  return PRG_OK;
}

static prg_status keep_asked(const option_set *options, prg_panel *panel, prg_error *error) {
  prg_status status = asking_check_series(options, panel, error);
  if (status == PRG_OK)
    drop_others(options, panel);
  return status;
}

#define SERIES_COLUMNS 16

/* The read options with what they borrow. */
typedef struct read_request {
  prg_read_options options;
  prg_period period;
  const char *column[SERIES_COLUMNS];
  char *names; /* --series-columns, cut at its commas; owned */
} read_request;

static prg_status cut_names(const char *list, read_request *request, prg_error *error) {
  if (list == NULL)
    return PRG_OK;
  request->names = strdup(list);
  if (request->names == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  size_t n = 0;
  for (char *name = strtok(request->names, ","); name != NULL; name = strtok(NULL, ",")) {
    if (n == SERIES_COLUMNS)
      return prg_fail(error, PRG_TEXT_OPTION_TOO_MANY, PRG_ARGS(prg_integer(SERIES_COLUMNS)));
    request->column[n++] = name;
  }
  request->options.series_columns = request->column;
  request->options.n_series_columns = n;
  return PRG_OK;
}

static prg_status set_period(const option_set *given, read_request *request, prg_error *error) {
  const char *period = option_string(given, "period");
  if (period == NULL)
    return PRG_OK;
  request->options.period = &request->period;
  return prg_period_read(period, &request->period, error);
}

/* --delimiter takes the character, or tab in words. */
static prg_status set_dialect(const option_set *given, prg_dialect *dialect, prg_error *error) {
  const char *delimiter = option_string(given, "delimiter");
  const char *decimal = option_string(given, "decimal");
  const char *encoding = option_string(given, "encoding");
  if (delimiter != NULL && strcmp(delimiter, "tab") != 0 &&
      (strlen(delimiter) != 1 || strchr("\"\n\r.-0123456789", delimiter[0]) != NULL))
    return prg_fail(error, PRG_TEXT_DELIMITER_WRONG, PRG_ARGS(prg_string(delimiter)));
  if (delimiter != NULL)
    dialect->delimiter = strcmp(delimiter, "tab") == 0 ? '\t' : delimiter[0];
  if (decimal != NULL)
    dialect->decimal = decimal[0];
  if (encoding != NULL && !prg_encoding_from_name(encoding, &dialect->encoding))
    return prg_fail(error, PRG_TEXT_ENCODING_UNKNOWN_NAME, PRG_ARGS(prg_string(encoding)));
  return PRG_OK;
}

prg_status asking_dialect(const command *run, prg_dialect *dialect, prg_error *error) {
  return set_dialect(&run->options, dialect, error);
}

/* Every name has been checked against the row's choices, so that the look-ups find it. */
static prg_status set_read_options(const command *run, read_request *request, prg_error *error) {
  const option_set *given = &run->options;
  prg_read_options *options = &request->options;
  *request = (read_request){0};
  prg_read_options_init(options);
  options->language = run->language;
  options->period_column = option_string(given, "period-column");
  options->value_column = option_string(given, "value-column");
  options->dataset = option_string(given, "dataset");
  options->keep_totals = option_is_given(given, "keep-totals");
  options->errors_are_missing = option_is_given(given, "errors-missing");
  prg_kind_from_name(option_string(given, "kind"), &options->kind);
  if (option_is_given(given, "layout"))
    prg_layout_from_name(option_string(given, "layout"), &options->layout);
  if (option_is_given(given, "frequency"))
    prg_frequency_from_name(option_string(given, "frequency"), &options->frequency);
  prg_status status = set_dialect(given, &options->dialect, error);
  if (status == PRG_OK)
    status = set_period(given, request, error);
  return status == PRG_OK ? cut_names(option_string(given, "series-columns"), request, error)
                          : status;
}

const char *asking_name(const char *path) {
  return strcmp(path, "-") == 0 ? "stdin" : path;
}

/* Beside what the options say. */
typedef struct read_manner {
  bool keep_totals;
  prg_event_list *events; /* NULL: none */
} read_manner;

static prg_status apply_events(const command *run, prg_event_list *events, prg_panel *panel,
                               prg_error *error) {
  if (events == NULL || events->n == 0)
    return PRG_OK;
  for (size_t i = 0; i < events->n; i++)
    if (!asking_event_matches(&events->item[i], panel))
      command_talk(run, PRG_TEXT_EVENT_NOWHERE,
                   PRG_ARGS(prg_integer((long long)events->item[i].line),
                            prg_string(events->item[i].series)));
  return prg_event_list_apply(events, panel, error);
}

static prg_status read_alone(const command *run, const char *path, const prg_buffer *bytes,
                             read_manner manner, prg_reading *reading, prg_error *error) {
  *reading = (prg_reading){0};
  read_request request;
  prg_status status = set_read_options(run, &request, error);
  request.options.keep_totals = request.options.keep_totals || manner.keep_totals ||
                                protecting_is_on(run) || reconciling_is_on(run);
  if (status == PRG_OK)
    status = prg_read_bytes(asking_name(path), prg_buffer_string(bytes), bytes->length,
                            &request.options, reading, error);
  free(request.names);
  return status;
}

static prg_status read_bytes(const command *run, const char *path, const prg_buffer *bytes,
                             read_manner manner, prg_reading *reading, prg_error *error) {
  prg_status status = read_alone(run, path, bytes, manner, reading, error);
  if (status == PRG_OK)
    status = asking_shape(run, path, reading, error);
  if (status == PRG_OK)
    status = apply_events(run, manner.events, &reading->panel, error);
  if (status == PRG_OK && protecting_is_on(run))
    status = protecting_apply(run, &reading->panel, error);
  else if (status == PRG_OK && reconciling_is_on(run))
    status = structure_add_totals(run, &reading->panel, error);
  if (status == PRG_OK)
    status = keep_asked(&run->options, &reading->panel, error);
  if (status != PRG_OK)
    prg_reading_clear(reading);
  return status;
}

prg_status asking_read_bytes(const command *run, const char *path, const prg_buffer *bytes,
                             prg_reading *reading, prg_error *error) {
  return read_bytes(run, path, bytes, (read_manner){0}, reading, error);
}

prg_status asking_read_totals(const command *run, const char *path, const prg_buffer *bytes,
                              prg_reading *reading, prg_error *error) {
  return read_bytes(run, path, bytes, (read_manner){.keep_totals = true}, reading, error);
}

prg_status asking_read_with_events(const command *run, const char *path, const prg_buffer *bytes,
                                   prg_event_list *events, prg_reading *reading, prg_error *error) {
  return read_bytes(run, path, bytes, (read_manner){.events = events}, reading, error);
}

prg_status asking_events(const command *run, prg_event_list *events, prg_error *error) {
  const char *path = option_string(&run->options, "events");
  *events = (prg_event_list){0};
  if (path == NULL)
    return PRG_OK;
  prg_buffer bytes;
  prg_buffer_init(&bytes);
  prg_status status = prg_source_read(path, &bytes, error);
  if (status == PRG_OK)
    status = prg_event_list_read(events, asking_name(path), prg_buffer_string(&bytes), bytes.length,
                                 error);
  prg_buffer_free(&bytes);
  return status;
}

bool asking_event_matches(const prg_event *event, const prg_panel *panel) {
  for (size_t i = 0; i < panel->n; i++)
    if (prg_event_concerns(event, &panel->series[i]))
      return true;
  return false;
}

/* A file that `forecast` wrote stands for the figures it began with: its forecasts are none. */
static prg_status keep_outcomes(const char *path, prg_buffer *bytes, prg_error *error) {
  const char *text = prg_buffer_string(bytes);
  if (!prg_forecast_csv_is(text, bytes->length))
    return PRG_OK;
  prg_forecast_set set;
  prg_status status = prg_forecast_csv_read(asking_name(path), text, bytes->length, &set, error);
  prg_buffer_clear(bytes);
  if (status == PRG_OK)
    status = prg_tidy_write(&set.panel, PRG_CSV_PLAIN, bytes, error);
  prg_forecast_set_clear(&set);
  return status;
}

prg_status asking_load(const char *path, prg_buffer *bytes, prg_error *error) {
  prg_status status = prg_source_read(path, bytes, error);
  return status == PRG_OK ? keep_outcomes(path, bytes, error) : status;
}

prg_status asking_read(const command *run, const char *path, prg_reading *reading,
                       prg_error *error) {
  *reading = (prg_reading){0};
  prg_buffer bytes;
  prg_buffer_init(&bytes);
  prg_status status = asking_load(path, &bytes, error);
  if (status == PRG_OK)
    status = asking_read_bytes(run, path, &bytes, reading, error);
  prg_buffer_free(&bytes);
  return status;
}

prg_status asking_read_alone(const command *run, const char *path, prg_reading *reading,
                             prg_error *error) {
  *reading = (prg_reading){0};
  prg_buffer bytes;
  prg_buffer_init(&bytes);
  prg_status status = asking_load(path, &bytes, error);
  if (status == PRG_OK)
    status = read_alone(run, path, &bytes, (read_manner){0}, reading, error);
  prg_buffer_free(&bytes);
  return status;
}

struct asking_source {
  const command *run;
  const char *path;
  const option_set *options;
  bool is_shaped; /* all is read at once … */
  bool is_done;   /* … and was handed out */
  read_request request;
  int descriptor;
  prg_series_stream *stream;
  bool met[OPTION_GIVEN]; /* the k-th of --series */
  prg_buffer names;       /* of the first series, for an error */
};

bool asking_is_shaped(const command *run) {
  return asking_shape_is_asked(run) || protecting_is_on(run);
}

prg_status asking_source_open(const command *run, const char *path, const sharding *share,
                              asking_source **source, prg_error *error) {
  asking_source *opened = calloc(1, sizeof *opened);
  *source = NULL;
  if (opened == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  opened->run = run;
  opened->path = path;
  opened->options = &run->options;
  opened->is_shaped = asking_is_shaped(run);
  opened->descriptor = -1;
  prg_stream_options options;
  prg_stream_options_init(&options);
  if (option_is_given(&run->options, "whole"))
    options.whole_bytes = SIZE_MAX;
  if (share != NULL)
    sharding_set_stream(share, &options);
  prg_status status = set_read_options(run, &opened->request, error);
  options.read = opened->request.options;
  if (status == PRG_OK)
    status = prg_source_open(path, &opened->descriptor, error);
  if (status == PRG_OK)
    status = prg_series_stream_open(&opened->stream, opened->descriptor, asking_name(path),
                                    &options, error);
  if (status == PRG_OK)
    *source = opened;
  else
    asking_source_close(opened);
  return status;
}

prg_status asking_index(const command *run, const char *path, size_t block_bytes,
                        prg_panel_index *index, prg_error *error) {
  read_request request = {0};
  prg_status status = set_read_options(run, &request, error);
  if (status == PRG_OK)
    status = prg_panel_index_make(path, &request.options, block_bytes, index, error);
  free(request.names);
  return status;
}

void asking_source_close(asking_source *source) {
  if (source == NULL)
    return;
  prg_series_stream_close(source->stream);
  prg_source_close(source->descriptor);
  prg_buffer_free(&source->names);
  free(source->request.names);
  free(source);
}

static prg_status check_all_met(const asking_source *source, prg_error *error) {
  const char *asked;
  for (size_t k = 0; (asked = option_repeated(source->options, "series", k)) != NULL; k++)
    if (!source->met[k])
      return prg_fail(error, PRG_TEXT_SERIES_UNKNOWN,
                      PRG_ARGS(prg_string(asked), prg_string(prg_buffer_string(&source->names))));
  return PRG_OK;
}

/* The whole source in one panel, and none after it. */
static prg_status next_shaped(asking_source *source, prg_panel *panel, prg_error *error) {
  prg_panel_init(panel);
  if (source->is_done)
    return PRG_OK;
  prg_reading reading;
  prg_status status = asking_source_outcomes(source->run, source->path, source, &reading, error);
  source->is_done = true;
  *panel = reading.panel;
  prg_panel_init(&reading.panel);
  prg_reading_clear(&reading);
  return status;
}

prg_status asking_source_next(asking_source *source, prg_panel *panel, prg_error *error) {
  if (source->is_shaped)
    return next_shaped(source, panel, error);
  for (;;) {
    prg_status status = prg_series_stream_next(source->stream, panel, error);
    if (status != PRG_OK)
      return status;
    if (panel->n == 0)
      return check_all_met(source, error);
    const char *asked;
    for (size_t k = 0; (asked = option_repeated(source->options, "series", k)) != NULL; k++)
      source->met[k] = source->met[k] || prg_panel_find(panel, asked) != NULL;
    add_names(panel, &source->names);
    drop_others(source->options, panel);
    if (panel->n > 0)
      return PRG_OK;
    prg_panel_clear(panel);
  }
}

prg_series_stream *asking_source_stream(const asking_source *source) {
  return source->stream;
}

size_t asking_source_size(const asking_source *source) {
  struct stat about;
  bool known = fstat(source->descriptor, &about) == 0 && S_ISREG(about.st_mode);
  return known ? (size_t)about.st_size : 0;
}

prg_status asking_source_outcomes(const command *run, const char *path, asking_source *source,
                                  prg_reading *reading, prg_error *error) {
  *reading = (prg_reading){0};
  prg_buffer bytes;
  prg_buffer_init(&bytes);
  prg_status status = prg_series_stream_bytes(source->stream, &bytes, error);
  if (status == PRG_OK)
    status = keep_outcomes(path, &bytes, error);
  if (status == PRG_OK)
    status = asking_read_bytes(run, path, &bytes, reading, error);
  prg_buffer_free(&bytes);
  return status;
}

/* A model is a trend if its type can describe one. */
static bool is_wanted(const prg_model_type *model, bool trend) {
  return !trend || model->trend != NULL;
}

prg_status asking_model_unknown(prg_text text, const char *name, bool trend, prg_error *error) {
  prg_buffer names;
  prg_buffer_init(&names);
  for (size_t i = 0; prg_models[i] != NULL; i++)
    if (is_wanted(prg_models[i], trend))
      prg_buffer_printf(&names, names.length == 0 ? "%s" : ", %s", prg_models[i]->name);
  prg_status status =
      prg_fail(error, text, PRG_ARGS(prg_string(name), prg_string(prg_buffer_string(&names))));
  prg_buffer_free(&names);
  return status;
}

prg_status asking_model(const command *run, bool trend, const prg_model_type **model,
                        prg_error *error) {
  const char *name = option_string(&run->options, "model");
  *model = prg_model_find(name);
  if (*model == NULL || !is_wanted(*model, trend))
    return asking_model_unknown(trend ? PRG_TEXT_MODEL_NO_TREND : PRG_TEXT_MODEL_UNKNOWN, name,
                                trend, error);
  return PRG_OK;
}

/* "2022:0.5": true if it is a period and a number > 0. */
static bool parse_exposure(const char *text, prg_period *period, double *exposure) {
  const char *colon = strrchr(text, ':');
  return colon != NULL && prg_period_parse(text, (size_t)(colon - text), period) &&
         (prg_number_parse(colon + 1, strlen(colon + 1), '.', exposure) ||
          prg_number_parse(colon + 1, strlen(colon + 1), ',', exposure)) &&
         *exposure > 0;
}

/* Sets it in the series that have the period; PRG_EUSAGE if none has. */
static prg_status expose(prg_panel *panel, const char *text, prg_error *error) {
  prg_period period;
  double exposure;
  if (!parse_exposure(text, &period, &exposure))
    return prg_fail(error, PRG_TEXT_EXPOSURE_UNKNOWN, PRG_ARGS(prg_string(text)));
  bool found = false;
  for (size_t i = 0; i < panel->n; i++) {
    prg_series *series = &panel->series[i];
    if (period.frequency != series->start.frequency)
      continue;
    long t = prg_period_distance(series->start, period);
    if (t < 0 || (size_t)t >= series->n)
      continue;
    found = true;
    prg_status status = prg_series_set_exposure(series, (size_t)t, exposure, error);
    if (status != PRG_OK)
      return status;
  }
  return found ? PRG_OK : prg_fail(error, PRG_TEXT_EXPOSURE_NOWHERE, PRG_ARGS(prg_string(text)));
}

prg_status asking_exposure(const command *run, prg_panel *panel, prg_error *error) {
  const char *text;
  prg_status status = PRG_OK;
  for (size_t k = 0; status == PRG_OK; k++) {
    text = option_repeated(&run->options, "exposure", k);
    if (text == NULL)
      break;
    status = expose(panel, text, error);
  }
  return status;
}

static prg_status set_events(const option_set *given, prg_model_options *options,
                             prg_error *error) {
  const char *text;
  for (size_t k = 0; (text = option_repeated(given, "event", k)) != NULL; k++) {
    if (k == PRG_EVENTS_MAX)
      return prg_fail(error, PRG_TEXT_EVENTS_TOO_MANY, PRG_ARGS(prg_integer(PRG_EVENTS_MAX)));
    prg_status status = prg_event_read(text, &options->event[k], error);
    if (status != PRG_OK)
      return status;
    options->n_event = k + 1;
  }
  return PRG_OK;
}

prg_status asking_model_options(const command *run, prg_model_options *options, prg_error *error) {
  prg_model_options_init(options);
  options->seed = (unsigned long)option_number(&run->options, "seed");
  const char *from = option_string(&run->options, "break");
  options->has_break = from != NULL;
  prg_status status = set_events(&run->options, options, error);
  if (status != PRG_OK || from == NULL)
    return status;
  return prg_period_read(from, &options->break_from, error);
}

/* Five years; two years of half-years, terms and quarters; a year of months and weeks; two weeks.
 */
static size_t suitable_horizon(const prg_panel *panel) {
  int season = panel->n > 0 ? panel->series[0].season : 1;
  if (season == 1)
    return 5;
  return season < 12 ? 2 * (size_t)season : (size_t)season;
}

size_t asking_horizon(const command *run, const prg_panel *panel) {
  return option_string(&run->options, "horizon") == NULL
             ? suitable_horizon(panel)
             : (size_t)option_integer(&run->options, "horizon");
}

prg_prior asking_prior(const command *run) {
  static const struct {
    const char *name;
    prg_prior prior;
  } priors[] = {{"mixture", PRG_PRIOR_MIXTURE},
                {"economy", PRG_PRIOR_ECONOMY},
                {"people", PRG_PRIOR_PEOPLE},
                {"area-total", PRG_PRIOR_AREA_TOTAL}};
  for (size_t i = 0; i < sizeof priors / sizeof priors[0]; i++)
    if (strcmp(priors[i].name, option_string(&run->options, "prior")) == 0)
      return priors[i].prior;
  return PRG_PRIOR_MIXTURE;
}

prg_status asking_read_prior(const char *path, prg_node_list *out, prg_error *error) {
  prg_buffer bytes;
  *out = (prg_node_list){0};
  prg_buffer_init(&bytes);
  prg_status status = prg_source_read(path, &bytes, error);
  if (status == PRG_OK)
    status = prg_prior_file_read(path, prg_buffer_string(&bytes), bytes.length, out, error);
  prg_buffer_free(&bytes);
  return status;
}

prg_status asking_forecast_options(const command *run, const prg_panel *panel,
                                   prg_forecast_options *options, prg_error *error) {
  prg_forecast_options_init(options);
  prg_status status = asking_model(run, false, &options->model, error);
  if (status == PRG_OK)
    status = asking_model_options(run, &options->model_options, error);
  const char *form = option_string(&run->options, "ets-form");
  if (status == PRG_OK && form != NULL) {
    if (strlen(form) >= sizeof options->model_options.ets_form)
      return prg_fail(error, PRG_TEXT_ETS_UNKNOWN, PRG_ARGS(prg_string(form)));
    memcpy(options->model_options.ets_form, form, strlen(form) + 1);
  }
  options->model_is_explicit = option_is_given(&run->options, "model");
  options->horizon = asking_horizon(run, panel);
  options->model_options.prior = asking_prior(run);
  return status;
}

void asking_list_models(command *run, bool trend) {
  for (size_t i = 0; prg_models[i] != NULL; i++)
    if (is_wanted(prg_models[i], trend))
      prg_buffer_printf(&run->out, "  %-18s %s\n", prg_models[i]->name,
                        prg_text_get(prg_models[i]->title, run->language));
}
