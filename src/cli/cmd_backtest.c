#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <prognos/chart_lead.h>

#include "cli/asking.h"
#include "cli/backtest_write.h"
#include "cli/charting.h"

#define MODELS 32

/* One run of the verb. */
typedef struct backtest_run {
  command *run;
  backtest_writer writer;
  prg_backtest *backtest;
  prg_backtest_result result;
  prg_backtest_summary one, all; /* of one series, of those so far */
} backtest_run;

static backtest_format format_of(const command *run) {
  const char *format = option_string(&run->options, "format");
  bool to_person = isatty(STDOUT_FILENO) && command_output(run) == NULL;
  if (format == NULL)
    return to_person ? BACKTEST_TABLE : BACKTEST_CSV;
  return strcmp(format, "csv") == 0    ? BACKTEST_CSV
         : strcmp(format, "json") == 0 ? BACKTEST_JSON
                                       : BACKTEST_TABLE;
}

static prg_status add_model(const char *name, size_t length, const prg_model_type **model,
                            size_t *n, prg_error *error) {
  char copy[64] = "";
  if (length < sizeof copy)
    memcpy(copy, name, length);
  const prg_model_type *found = prg_model_find(copy);
  if (found == NULL)
    return asking_model_unknown(PRG_TEXT_MODELS_UNKNOWN, copy, false, error);
  for (size_t k = 0; k < *n; k++)
    if (model[k] == found)
      return PRG_OK;
  if (*n == MODELS)
    return prg_fail(error, PRG_TEXT_OPTION_TOO_MANY, PRG_ARGS(prg_integer(MODELS)));
  model[(*n)++] = found;
  return PRG_OK;
}

/* "pooled,naive" → the models, each once. */
static prg_status read_models(const char *list, const prg_model_type **model, size_t *n,
                              prg_error *error) {
  prg_status status = PRG_OK;
  *n = 0;
  for (;;) {
    size_t length = strcspn(list, ",");
    status = add_model(list, length, model, n, error);
    if (status != PRG_OK || list[length] == '\0')
      return status;
    list += length + 1;
  }
}

static bool is_seasonal(const prg_panel *panel) {
  for (size_t i = 0; i < panel->n; i++)
    if (panel->series[i].season > 1)
      return true;
  return false;
}

/* The models when none are asked for; those that need too many figures for a series are left out.
 */
static prg_status default_models(const prg_panel *panel, const prg_model_type **model, size_t *n,
                                 prg_error *error) {
  return read_models(is_seasonal(panel) ? "pooled,naive,seasonal-naive,drift,linear,theta,damped"
                                        : "pooled,naive,drift,linear,theta,damped",
                     model, n, error);
}

static prg_status make_options(const command *run, const prg_panel *panel,
                               const prg_model_type **model, prg_backtest_options *options,
                               prg_error *error) {
  const char *models = option_string(&run->options, "models");
  prg_backtest_options_init(options);
  options->models_are_optional = models == NULL;
  options->model = model;
  prg_status status = models == NULL ? default_models(panel, model, &options->n_model, error)
                                     : read_models(models, model, &options->n_model, error);
  if (status == PRG_OK)
    status = asking_model_options(run, &options->model_options, error);
  options->model_options.prior = asking_prior(run);
  options->horizon = asking_horizon(run, panel);
  if (option_is_given(&run->options, "first"))
    options->first = (size_t)option_integer(&run->options, "first");
  return status;
}

/* A file of figures must not carry sentences: they go to standard error. */
static void talk_notes(const backtest_run *run, const prg_notes *notes) {
  for (size_t i = 0; run->writer.format == BACKTEST_CSV && i < notes->n; i++)
    command_talk(run->run, notes->note[i].text, notes->note[i].argument);
}

static prg_status test_series(backtest_run *run, const prg_series *series) {
  prg_error error;
  prg_status status = prg_backtest_run(run->backtest, series, &run->result, &error);
  if (status == PRG_ENOMEM)
    return status;
  if (status != PRG_OK) {
    command_tell_error(run->run, &error);
    return PRG_OK;
  }
  prg_backtest_summary_reset(&run->one);
  prg_backtest_summary_add(&run->one, &run->result);
  prg_backtest_summary_add(&run->all, &run->result);
  if (option_is_given(&run->run->options, "models"))
    talk_notes(run, &run->result.notes);
  backtest_write_series(&run->writer, &run->result, &run->one);
  return PRG_OK;
}

/* With --chart: all series together. */
static prg_status draw_leads(command *run, const prg_panel *panel,
                             const prg_backtest_summary *summary, prg_error *error) {
  charting charts = {.run = run, .directory = option_string(&run->options, "chart")};
  if (charts.directory == NULL)
    return PRG_OK;
  prg_chart_options options;
  prg_drawing drawing = {0};
  const prg_lead_subject subject = {panel->series[0].start.frequency,
                                    panel->n == 1 ? panel->series[0].name : NULL};
  prg_status status = charting_options(run, &options, error);
  if (status == PRG_OK)
    status = prg_lead_draw(summary, &subject, &options, &drawing, error);
  if (status == PRG_OK)
    status = charting_add(&charts, "", &drawing, error);
  prg_drawing_clear(&drawing);
  charting_finish(&charts);
  return status;
}

static prg_status test_panel(backtest_run *run, const prg_panel *panel, prg_error *error) {
  for (size_t i = 0; i < panel->n; i++)
    if (test_series(run, &panel->series[i]) != PRG_OK)
      return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  if (run->all.n_series == 0)
    return PRG_OK; /* what was refused has been told */
  if (run->all.n_series > 1)
    backtest_write_all(&run->writer, &run->all);
  backtest_write_end(&run->writer);
  prg_notes notes = {0};
  prg_backtest_recommend(&run->all, &notes);
  talk_notes(run, &notes);
  return draw_leads(run->run, panel, &run->all, error);
}

static prg_status run_on_panel(command *asked, const prg_panel *panel, prg_error *error) {
  const prg_model_type *model[MODELS];
  prg_backtest_options options;
  prg_status status = make_options(asked, panel, model, &options, error);
  if (status != PRG_OK)
    return status;
  backtest_run run = {.run = asked};
  run.writer = (backtest_writer){.run = asked, .format = format_of(asked)};
  run.writer.details = option_is_given(&asked->options, "details");
  run.backtest = prg_backtest_alloc(&options, error);
  if (run.backtest == NULL)
    return PRG_ENOMEM;
  status = prg_backtest_summary_init(&run.one, run.backtest, error);
  if (status == PRG_OK)
    status = prg_backtest_summary_init(&run.all, run.backtest, error);
  if (status == PRG_OK)
    status = test_panel(&run, panel, error);
  prg_backtest_summary_clear(&run.one);
  prg_backtest_summary_clear(&run.all);
  prg_backtest_result_clear(&run.result);
  prg_backtest_free(run.backtest);
  return status;
}

static prg_status run_backtest(command *run, prg_error *error) {
  const char *models = option_string(&run->options, "models");
  if (models != NULL && strcmp(models, "help") == 0) {
    asking_list_models(run, false);
    return PRG_OK;
  }
  const char *path;
  prg_reading reading;
  prg_status status = asking_file(run, &path, error);
  if (status == PRG_OK)
    status = asking_read(run, path, &reading, error);
  if (status != PRG_OK)
    return status;
  status = asking_exposure(run, &reading.panel, error);
  if (status == PRG_OK)
    status = run_on_panel(run, &reading.panel, error);
  prg_reading_clear(&reading);
  return status;
}

static const option_row options[] = {
    TEXT_OPTION("models", 'm', NULL, LIST, MODELS),
    INTEGER_OPTION("horizon", 0, NULL, 1, PRG_HORIZON_MAX, HORIZON),
    INTEGER_OPTION("first", 0, NULL, 2, 100000, FIRST),
    FLAG_OPTION("details", 0, DETAILS),
    CHOICE_OPTION("prior", 0, "mixture", "mixture|economy|people|area-total", PRIOR),
    MODEL_OPTIONS,
    CHOICE_OPTION("format", 'f', NULL, "table|csv|json", FORMAT),
    CHART_OPTION,
    CHARTING_OPTIONS,
    READING_OPTIONS,
    COMMON_OPTIONS,
};

const verb verb_backtest = {
    .name = "backtest",
    .summary = PRG_TEXT_SUMMARY_BACKTEST,
    .operands = PRG_TEXT_OPERANDS_FILES,
    .options = options,
    .run = run_backtest,
};
