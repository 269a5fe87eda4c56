#include <prognos/json.h>
#include <prognos/report_table.h>

#include <string.h>

#include "cli/asking.h"

typedef struct trend_run {
  command *command;
  const prg_model_type *model;
  void *state;
  bool json;
  prg_json writer;
} trend_run;

static void write_notes(const prg_notes *notes, command *run) {
  for (size_t i = 0; i < notes->n; i++) {
    prg_message_write(&notes->note[i], run->language, &run->out);
    prg_buffer_add_char(&run->out, '\n');
  }
}

/* One trend, fitted and written; a series that cannot be fitted is told and passed over. */
static void write_trend(trend_run *run, const prg_series *series) {
  command *asked = run->command;
  prg_error error;
  prg_notes notes = {0};
  if (prg_model_fit(run->model, run->state, series, &notes, &error) != PRG_OK) {
    command_tell_error(asked, &error);
    return;
  }
  const prg_trend *trend = run->model->trend(run->state);
  if (run->json) {
    prg_json_trend(&run->writer, series->name, trend, asked->language);
    return;
  }
  prg_report_options options;
  prg_report_options_init(&options);
  options.language = asked->language;
  options.model_title = run->model->title;
  if (asked->out.length > 0)
    prg_buffer_add_char(&asked->out, '\n');
  prg_report_trend(series->name, trend, &options, &asked->out);
  write_notes(&notes, asked);
}

static prg_status write_trends(trend_run *run, const prg_panel *panel,
                               const prg_model_options *options, prg_error *error) {
  run->state = run->model->alloc(options);
  if (run->state == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  prg_json_init(&run->writer, &run->command->out);
  bool array = run->json && panel->n != 1;
  if (array)
    prg_json_array(&run->writer, PRG_JSON_LINES);
  for (size_t i = 0; i < panel->n; i++)
    write_trend(run, &panel->series[i]);
  if (array)
    prg_json_close(&run->writer);
  if (run->json && run->command->out.length > 0)
    prg_buffer_add_char(&run->command->out, '\n');
  run->model->free(run->state);
  return PRG_OK;
}

static prg_status run_trend(command *run, prg_error *error) {
  if (strcmp(option_string(&run->options, "model"), "help") == 0) {
    asking_list_models(run, true);
    return PRG_OK;
  }
  trend_run trend = {.command = run};
  trend.json = strcmp(option_string(&run->options, "format"), "json") == 0;
  prg_model_options options;
  const char *path;
  prg_reading reading;
  prg_status status = asking_model(run, true, &trend.model, error);
  if (status == PRG_OK)
    status = asking_model_options(run, &options, error);
  if (status == PRG_OK)
    status = asking_file(run, &path, error);
  if (status == PRG_OK)
    status = asking_read(run, path, &reading, error);
  if (status != PRG_OK)
    return status;
  status = asking_exposure(run, &reading.panel, error);
  if (status == PRG_OK)
    status = write_trends(&trend, &reading.panel, &options, error);
  prg_reading_clear(&reading);
  return status;
}

static const option_row options[] = {
    TEXT_OPTION("model", 'm', "linear", NAME, TREND_MODEL),
    MODEL_OPTIONS,
    CHOICE_OPTION("format", 'f', "table", "table|json", FORMAT_TREND),
    READING_OPTIONS,
    COMMON_OPTIONS,
};

const verb verb_trend = {
    .name = "trend",
    .summary = PRG_TEXT_SUMMARY_TREND,
    .operands = PRG_TEXT_OPERANDS_FILES,
    .options = options,
    .run = run_trend,
};
