#include <prognos/json.h>
#include <prognos/report_table.h>

#include <string.h>

#include "cli/asking.h"

/* One trend, fitted and written; a series that cannot be fitted is told and passed over. */
static void write_trend(command *run, const prg_model_type *model, void *state,
                        const prg_series *series, bool json) {
  prg_error error;
  prg_notes notes = {0};
  prg_status status = prg_model_fit(model, state, series, &notes, &error);
  if (status != PRG_OK) {
    command_tell_error(run, &error);
    return;
  }
  const prg_trend *trend = model->trend(state);
  if (json)
    prg_trend_write_json(trend, series, &notes, run->language, &run->out);
  else
    prg_trend_write_table(trend, series, &notes, run->language, &run->out);
}

static prg_status run_trend(command *run, prg_error *error) {
  if (strcmp(option_string(&run->options, "model"), "help") == 0) {
    asking_list_models(run, true);
    return PRG_OK;
  }
  const prg_model_type *model;
  prg_model_options options;
  const char *path;
  prg_status status = asking_model(run, true, &model, error);
  if (status == PRG_OK)
    status = asking_model_options(run, &options, error);
  if (status == PRG_OK)
    status = asking_file(run, &path, error);
  prg_reading reading;
  if (status == PRG_OK)
    status = asking_read(run, path, &reading, error);
  if (status != PRG_OK)
    return status;

  bool json = strcmp(option_string(&run->options, "format"), "json") == 0;
  void *state = model->alloc(&options);
  if (state == NULL)
    status = prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  for (size_t i = 0; status == PRG_OK && i < reading.panel.n; i++)
    write_trend(run, model, state, &reading.panel.series[i], json);
  model->free(state);
  prg_reading_clear(&reading);
  return status;
}

static const option_row options[] = {
    {"model", 'm', OPTION_STRING, "linear", 0, 0, NULL, PRG_TEXT_VALUE_NAME,
     PRG_TEXT_HELP_TREND_MODEL},
    MODEL_OPTIONS,
    {"format", 'f', OPTION_CHOICE, "table", 0, 0, "table|json", PRG_TEXT_VALUE_NAME,
     PRG_TEXT_HELP_FORMAT_TREND},
    READING_OPTIONS,
    COMMON_OPTIONS,
};

const verb verb_trend = {"trend", PRG_TEXT_SUMMARY_TREND, PRG_TEXT_OPERANDS_FILE, options,
                         run_trend};
