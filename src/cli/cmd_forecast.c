#include <string.h>
#include <unistd.h>

#include <prognos/forecast_csv.h>
#include <prognos/json.h>
#include <prognos/report_table.h>

#include "cli/pooling.h"
#include "cli/reconciling.h"
#include "cli/recording.h"
#include "cli/streaming.h"

static const char *format_of(const command *run) {
  const char *format = option_string(&run->options, "format");
  if (format != NULL)
    return format;
  bool to_person = isatty(STDOUT_FILENO) && command_output(run) == NULL;
  return to_person ? "table" : "csv";
}

static void write_json(command *run, const forecasting *made) {
  prg_json json;
  prg_json_init(&json, &run->out);
  prg_json_array(&json, PRG_JSON_LINES);
  for (size_t i = 0; i < made->n; i++)
    prg_json_forecast(&json, &made->forecast[i], made->level, made->n_level, run->language);
  prg_json_close(&json);
  prg_buffer_add_char(&run->out, '\n');
}

static void write_tables(command *run, const forecasting *made) {
  prg_report_options options;
  prg_report_options_init(&options);
  options.language = run->language;
  options.level = made->level;
  options.n_level = made->n_level;
  for (size_t i = 0; i < made->n; i++) {
    if (i > 0)
      prg_buffer_add_char(&run->out, '\n');
    const prg_model_type *model = prg_model_find(made->forecast[i].model); /* or naive, at need */
    options.model_title = model == NULL ? made->model_title : model->title;
    prg_report_forecast(&made->forecast[i], &options, &run->out);
  }
}

static void write_csv(command *run, const forecasting *made, prg_csv_style style) {
  prg_forecast_csv_head(made->level, made->n_level, style, &run->out);
  for (size_t i = 0; i < made->n; i++)
    prg_forecast_csv_write(&made->forecast[i], made->level, made->n_level, style, run->language,
                           &run->out);
}

/* --shard is for what can be done series by series, and written so. */
static prg_status check_shard(const command *run, bool streams, prg_error *error) {
  if (!streams && option_is_given(&run->options, "shard"))
    return prg_fail(error, PRG_TEXT_SHARD_NOT_BY_SERIES, NULL);
  return PRG_OK;
}

static prg_status run_forecast(command *run, prg_error *error) {
  if (strcmp(option_string(&run->options, "model"), "help") == 0) {
    asking_list_models(run, false);
    return PRG_OK;
  }
  const char *format = format_of(run);
  bool csv = strcmp(format, "csv") == 0 || strcmp(format, "excel") == 0;
  prg_csv_style style = strcmp(format, "excel") == 0 ? PRG_CSV_EXCEL : PRG_CSV_PLAIN;
  /* Whether a series has the period of --exposure, and a rename its two names, shows at the end
   * only: such a file is read whole. */
  const char *ledger = option_string(&run->options, "record"); /* which wants all quantiles */
  bool streams = csv && ledger == NULL && !option_is_given(&run->options, "exposure") &&
                 !option_is_given(&run->options, "events") && !reconciling_is_on(run) &&
                 !pooling_is_on(run);
  prg_status status = check_shard(run, streams, error);
  if (status == PRG_OK && streams)
    return forecasting_stream(run, style, error);
  forecasting made = {0};
  if (status == PRG_OK)
    status = forecasting_make(run, 0, &made, error);
  if (status == PRG_OK && made.n > 0 && ledger != NULL)
    status = recording_keep(run, ledger, &made, error);
  if (status == PRG_OK && made.n > 0) { /* what was refused has been told */
    if (csv)
      write_csv(run, &made, style);
    else if (strcmp(format, "table") == 0)
      write_tables(run, &made);
    else
      write_json(run, &made);
  }
  forecasting_clear(&made);
  return status;
}

static const option_row options[] = {
    FORECAST_OPTIONS,
    SIBLINGS_OPTION,
    CHOICE_OPTION("format", 'f', NULL, "table|csv|excel|json", FORMAT),
    THREADS_OPTION,
    RECORD_OPTIONS,
    READING_OPTIONS,
    STREAM_OPTIONS,
    SHARDING_OPTIONS,
    COMMON_OPTIONS,
};

const verb verb_forecast = {
    .name = "forecast",
    .summary = PRG_TEXT_SUMMARY_FORECAST,
    .operands = PRG_TEXT_OPERANDS_FILES,
    .options = options,
    .run = run_forecast,
};
