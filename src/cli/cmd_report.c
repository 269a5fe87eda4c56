#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <prognos/backtest_summary.h>
#include <prognos/chart_size.h>
#include <prognos/render.h>
#include <prognos/report_book.h>
#include <prognos/version.h>

#include "cli/file_name.h"
#include "cli/forecasting.h"
#include "cli/placing.h"
#include "cli/theming.h"

/* What a part of the report borrows. */
typedef struct drawn_part {
  prg_capacity capacity;
  prg_backtest_summary record;
  prg_buffer chart;
} drawn_part;

typedef struct report_job {
  command *run;
  const forecasting *made;
  prg_places places;
  prg_report_part *part; /* shape (made->n), as the next */
  drawn_part *drawn;
  prg_theme theme;
  bool hopeless; /* there is no gnuplot */
} report_job;

/* --- places --- */

/* A series without places is told, and reported without them. */
static prg_status add_capacity(report_job *job, size_t i, prg_error *error) {
  const forecasting *made = job->made;
  const prg_forecast *forecast = &made->forecast[i];
  size_t each = made->n_paths * forecast->distribution.horizon;
  if (!placing_is_given(job->run) || forecast->distribution.horizon == 0)
    return PRG_OK;
  prg_capacity_options options;
  prg_capacity_options_init(&options);
  options.group_size = option_number(&job->run->options, "group-size");
  const double *path = made->path == NULL ? NULL : made->path + i * each;
  prg_status status = prg_capacity_reckon(forecast, path, made->n_paths, &job->places, &options,
                                          &job->drawn[i].capacity, error);
  if (status == PRG_OK)
    job->part[i].capacity = &job->drawn[i].capacity;
  else if (status != PRG_ENOMEM)
    command_tell_error(job->run, error);
  return status == PRG_ENOMEM ? status : PRG_OK;
}

/* --- the chart --- */

static prg_status draw(report_job *job, size_t i, const prg_chart_options *options,
                       prg_error *error) {
  prg_report_part *part = &job->part[i];
  prg_drawing drawing = {0};
  prg_status status =
      prg_chart_draw(prg_chart_types[0], &part->forecast, 1, options, &drawing, error);
  if (status == PRG_OK) {
    prg_render_options render;
    prg_render_options_init(&render);
    render.language = job->run->language;
    render.title = prg_buffer_string(&drawing.title);
    render.description = prg_buffer_string(&drawing.description);
    part->chart_left = drawing.left;
    part->chart_right = drawing.right;
    status =
        prg_render_bytes(&drawing.script, PRG_PICTURE_SVG, &render, &job->drawn[i].chart, error);
  }
  prg_drawing_clear(&drawing);
  return status;
}

/* What cannot be drawn is told, and the report made without it. */
static prg_status add_chart(report_job *job, size_t i, prg_error *error) {
  const option_set *given = &job->run->options;
  prg_report_part *part = &job->part[i];
  prg_chart_options options;
  prg_chart_options_init(&options);
  prg_chart_size_set(&options, "web");
  options.theme = job->theme;
  options.language = job->run->language;
  options.unit = option_string(given, "unit");
  options.source = option_string(given, "source");
  options.today = job->run->today;
  options.places = part->capacity == NULL ? NULL : &job->places;
  options.events = &job->made->events;
  prg_status status = draw(job, i, &options, error);
  if (status == PRG_OK)
    part->chart = prg_buffer_string(&job->drawn[i].chart);
  else if (status != PRG_ENOMEM)
    command_tell_error(job->run, error);
  job->hopeless = status != PRG_OK && (error->message.text == PRG_TEXT_GNUPLOT_MISSING ||
                                       error->message.text == PRG_TEXT_GNUPLOT_LATE);
  return status == PRG_ENOMEM ? status : PRG_OK;
}

/* --- the accuracy of earlier forecasts --- */

/* The backtest of one series; PRG_EREFUSED if it is too short. */
static prg_status test(prg_backtest *backtest, const prg_series *series,
                       prg_backtest_summary *record, prg_error *error) {
  prg_backtest_result result = {0};
  prg_status status = prg_backtest_run(backtest, series, &result, error);
  if (status == PRG_OK)
    status = prg_backtest_summary_init(record, backtest, error);
  if (status == PRG_OK)
    prg_backtest_summary_add(record, &result);
  prg_backtest_result_clear(&result);
  return status;
}

static prg_status add_record(report_job *job, size_t i, prg_error *error) {
  const prg_forecast *forecast = job->part[i].forecast;
  const prg_model_type *model = prg_model_find(forecast->model);
  if (model == NULL)
    return PRG_OK;
  prg_backtest_options options;
  prg_backtest_options_init(&options);
  prg_status status = asking_model_options(job->run, &options.model_options, error);
  if (status != PRG_OK)
    return status;
  options.model = &model;
  options.n_model = 1;
  options.horizon = forecast->distribution.horizon;
  options.model_options.prior = asking_prior(job->run);
  options.model_options.nodes = job->made->prior.n > 0 ? &job->made->prior : NULL;
  options.model_options.seasonal_nodes =
      job->made->seasonal_prior.n > 0 ? &job->made->seasonal_prior : NULL;
  options.events = &job->made->events;
  prg_backtest *backtest = prg_backtest_alloc(&options, error);
  if (backtest == NULL)
    return PRG_ENOMEM;
  status = test(backtest, forecast->series, &job->drawn[i].record, error);
  if (status == PRG_OK && job->drawn[i].record.n_admitted[0] > 0)
    job->part[i].record = &job->drawn[i].record;
  job->drawn[i].record.model = NULL; /* the workspace's */
  prg_backtest_free(backtest);
  return status == PRG_ENOMEM ? status : PRG_OK;
}

/* --- all of it --- */

static prg_status make_parts(report_job *job, prg_error *error) {
  size_t n = job->made->n;
  prg_status status = PRG_OK;
  job->part = calloc(n, sizeof *job->part);
  job->drawn = calloc(n, sizeof *job->drawn);
  if (job->part == NULL || job->drawn == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  for (size_t i = 0; i < n && status == PRG_OK; i++) {
    job->part[i].forecast = &job->made->forecast[i];
    status = add_capacity(job, i, error);
    if (status == PRG_OK && !job->hopeless)
      status = add_chart(job, i, error);
    if (status == PRG_OK)
      status = add_record(job, i, error);
  }
  return status;
}

static void clear_job(report_job *job) {
  for (size_t i = 0; job->drawn != NULL && i < job->made->n; i++) {
    prg_capacity_clear(&job->drawn[i].capacity);
    prg_backtest_summary_clear(&job->drawn[i].record);
    prg_buffer_free(&job->drawn[i].chart);
  }
  free(job->drawn);
  free(job->part);
  prg_places_clear(&job->places);
}

/* What is published names the file, not the folders above it. */
static const char *input_name(const command *run) {
  const char *path = run->options.file[0], *slash = strrchr(path, '/');
  return strcmp(path, "-") == 0 ? prg_text_get(PRG_TEXT_REPORT_STDIN_NAME, run->language)
         : slash == NULL        ? path
                                : slash + 1;
}

static void set_report(const report_job *job, prg_report *report) {
  const command *run = job->run;
  prg_report_init(report);
  report->language = run->language;
  report->title = option_string(&run->options, "title");
  report->unit = option_string(&run->options, "unit");
  report->source = option_string(&run->options, "source");
  report->today = run->today;
  report->moment = placing_moment(run, &job->made->panel);
  report->input = input_name(run);
  report->input_hash = job->made->input_hash;
  report->version = PRG_VERSION;
  report->level = job->made->level;
  report->n_level = job->made->n_level;
  report->part = job->part;
  report->n = job->made->n;
}

static const struct {
  const char *name, *extension;
  void (*write)(const prg_report *report, prg_buffer *out);
} format[] = {
    {"html", "html", prg_report_html},
    {"md", "md", prg_report_markdown},
    {"text", "txt", prg_report_text},
    {"xlsx", "xlsx", NULL},
};

#define FORMATS (sizeof format / sizeof format[0])

/* Of the formats only the workbook is more than appended text, and can fail. */
static prg_status write_format(size_t k, const prg_report *report, prg_buffer *out,
                               prg_error *error) {
  if (format[k].write == NULL)
    return prg_report_book(report, out, error);
  format[k].write(report, out);
  return PRG_OK;
}

static prg_status write_file(const report_job *job, size_t k, const prg_buffer *content,
                             prg_error *error) {
  prg_buffer path = {0};
  prg_buffer_printf(&path, "%s/", command_output(job->run));
  file_name_stem(job->run, &path);
  prg_buffer_printf(&path, ".%s", format[k].extension);
  prg_status status =
      content->failed || path.failed
          ? prg_fail(error, PRG_TEXT_NO_MEMORY, NULL)
          : prg_atomic_write(prg_buffer_string(&path), content->data, content->length, error);
  if (status == PRG_OK)
    command_talk(job->run, PRG_TEXT_TALK_WROTE, PRG_ARGS(prg_string(prg_buffer_string(&path))));
  prg_buffer_free(&path);
  return status;
}

static size_t format_of(const char *list, size_t length) {
  size_t k = 0;
  while (k + 1 < FORMATS &&
         (strlen(format[k].name) != length || strncmp(format[k].name, list, length) != 0))
    k++;
  return k;
}

/* Each format into the directory, or the first one to standard output. */
static prg_status write_report(const report_job *job, prg_error *error) {
  const char *list = option_string(&job->run->options, "format");
  const char *directory = command_output(job->run);
  prg_report report;
  set_report(job, &report);
  if (directory == NULL)
    return write_format(format_of(list, strcspn(list, ",")), &report, &job->run->out, error);
  prg_status status = prg_make_directory(directory, error);
  while (status == PRG_OK && *list != '\0') {
    size_t length = strcspn(list, ",");
    size_t k = format_of(list, length);
    prg_buffer content = {0};
    status = write_format(k, &report, &content, error);
    if (status == PRG_OK)
      status = write_file(job, k, &content, error);
    prg_buffer_free(&content);
    list += length + (list[length] == ',');
  }
  return status;
}

static prg_status run_report(command *run, prg_error *error) {
  forecasting made = {0};
  report_job job = {.run = run, .made = &made};
  prg_status status = theming_read(option_string(&run->options, "theme"), &job.theme, error);
  if (status == PRG_OK)
    status = placing_read(run, &job.places, error);
  if (status == PRG_OK)
    status = forecasting_make(run, placing_is_given(run) ? PLACING_PATHS : 0, &made, error);
  if (status == PRG_OK && made.n > 0) { /* what was refused has been told */
    status = make_parts(&job, error);
    if (status == PRG_OK)
      status = write_report(&job, error);
  }
  clear_job(&job);
  forecasting_clear(&made);
  return status;
}

static const option_row options[] = {
    TEXT_OPTION("output", 'o', NULL, DIRECTORY, OUTPUT_DIRECTORY_REPORT),
    {"format", 'f', OPTION_CHOICES, "html,xlsx,md,text", 0, 0, "html|xlsx|md|text",
     PRG_TEXT_VALUE_LIST, PRG_TEXT_HELP_FORMAT_REPORT},
    TEXT_OPTION("name", 0, NULL, NAME, NAME),
    TEXT_OPTION("title", 0, NULL, TEXT, TITLE),
    TEXT_OPTION("unit", 0, NULL, TEXT, UNIT),
    TEXT_OPTION("source", 0, NULL, TEXT, SOURCE),
    TEXT_OPTION("theme", 0, "default", NAME, THEME),
    PLACING_OPTIONS,
    FORECAST_OPTIONS,
    SIBLINGS_OPTION,
    READING_OPTIONS,
    SHARED_OPTIONS,
};

const verb verb_report = {
    .name = "report",
    .summary = PRG_TEXT_SUMMARY_REPORT,
    .operands = PRG_TEXT_OPERANDS_FILES,
    .options = options,
    .run = run_report,
};
