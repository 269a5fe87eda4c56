#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <prognos/chart_lead.h>

#include <prognos/backtest_total.h>

#include "cli/backtest_write.h"
#include "cli/charting.h"
#include "cli/merging.h"
#include "cli/streaming.h"

#define MODELS 32
#define SLICE 8 /* series that a thread takes at a time: each may take a hundred fits */

/* One run of the verb. */
typedef struct backtest_run {
  command *run;
  const prg_model_type *model[MODELS];
  prg_backtest_options options;
  backtest_writer writer;
  prg_backtest_total all;  /* of the series so far; zero before the first */
  prg_frequency frequency; /* of the first series, for a chart */
  prg_buffer name;         /* the same */
} backtest_run;

/* One thread's. */
typedef struct backtest_worker {
  backtest_run *all;
  prg_backtest *backtest;
  prg_backtest_result result[SLICE];
  prg_backtest_summary one;
} backtest_worker;

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

static prg_status make_options(backtest_run *all, const prg_panel *panel, prg_error *error) {
  const command *run = all->run;
  const char *models = option_string(&run->options, "models");
  prg_backtest_options *options = &all->options;
  prg_backtest_options_init(options);
  options->models_are_optional = models == NULL;
  options->model = all->model;
  prg_status status = models == NULL ? default_models(panel, all->model, &options->n_model, error)
                                     : read_models(models, all->model, &options->n_model, error);
  if (status == PRG_OK)
    status = asking_model_options(run, &options->model_options, error);
  options->model_options.prior = asking_prior(run);
  options->horizon = asking_horizon(run, panel);
  if (option_is_given(&run->options, "first"))
    options->first = (size_t)option_integer(&run->options, "first");
  return status;
}

/* A file of figures must not carry sentences: they go to standard error. */
static void talk_notes(const backtest_writer *writer, const prg_notes *notes) {
  for (size_t i = 0; writer->format == BACKTEST_CSV && i < notes->n; i++)
    command_talk(writer->run, notes->note[i].text, notes->note[i].argument);
}

/* --- series by series --- */

static void worker_free(void *data) {
  backtest_worker *w = data;
  prg_backtest_summary_clear(&w->one);
  for (size_t i = 0; i < SLICE; i++)
    prg_backtest_result_clear(&w->result[i]);
  prg_backtest_free(w->backtest);
  free(w);
}

static void *worker_begin(void *context, const prg_panel *first, prg_error *error) {
  (void)first;
  backtest_worker *w = calloc(1, sizeof *w);
  if (w == NULL) {
    prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
    return NULL;
  }
  w->all = context;
  w->backtest = prg_backtest_alloc(&w->all->options, error);
  if (w->backtest != NULL && prg_backtest_summary_init(&w->one, w->backtest, error) == PRG_OK)
    return w;
  worker_free(w);
  return NULL;
}

static prg_status test_series(void *worker, size_t i, const prg_series *series, prg_buffer *out,
                              prg_error *error) {
  (void)out;
  backtest_worker *w = worker;
  return prg_backtest_run(w->backtest, series, &w->result[i], error);
}

static void write_head(void *context, prg_buffer *out) {
  (void)out;
  backtest_run *all = context;
  backtest_write_begin(&all->writer);
}

/* Measured and written in turn, which takes a hundredth of what the test took. */
static prg_status deliver(void *worker, size_t i, prg_buffer *out, prg_error *error) {
  (void)out;
  backtest_worker *w = worker;
  backtest_run *all = w->all;
  prg_status status = PRG_OK;
  prg_backtest_summary_reset(&w->one);
  prg_backtest_summary_add(&w->one, &w->result[i]);
  if (all->all.model == NULL) {
    status = prg_backtest_total_init(&all->all, &w->one, error);
    all->frequency = w->result[i].series->start.frequency;
    prg_buffer_add(&all->name, w->result[i].series->name);
  }
  if (status != PRG_OK)
    return status;
  prg_backtest_total_add(&all->all, &w->one);
  if (option_is_given(&all->run->options, "models"))
    talk_notes(&all->writer, &w->result[i].notes);
  backtest_write_series(&all->writer, &w->result[i], &w->one);
  return PRG_OK;
}

/* --- the whole --- */

/* With --chart: all series together. */
static prg_status draw_leads(const backtest_run *all, const prg_backtest_summary *summary,
                             prg_error *error) {
  charting charts = {.run = all->run, .directory = option_string(&all->run->options, "chart")};
  prg_chart_options options;
  prg_drawing drawing = {0};
  const prg_lead_subject subject = {all->frequency,
                                    summary->n_series == 1 ? prg_buffer_string(&all->name) : NULL};
  if (charts.directory == NULL)
    return PRG_OK;
  prg_status status = charting_options(all->run, &options, error);
  if (status == PRG_OK)
    status = prg_lead_draw(summary, &subject, &options, &drawing, error);
  if (status == PRG_OK)
    status = charting_add(&charts, "", &drawing, error);
  prg_drawing_clear(&drawing);
  charting_finish(&charts);
  return status;
}

/* What comes behind the last series. */
static void write_end(backtest_writer *writer, const prg_backtest_summary *summary) {
  prg_notes notes = {0};
  if (summary->n_series > 1)
    backtest_write_all(writer, summary);
  backtest_write_end(writer);
  prg_backtest_recommend(summary, &notes);
  talk_notes(writer, &notes);
}

/* The sums of a share, from which `merge` writes what comes behind the last series. */
static void keep_sums(const backtest_run *all, prg_buffer *extra) {
  prg_buffer_add(extra, all->writer.details ? "details\n" : "measures\n");
  if (all->all.model != NULL)
    prg_backtest_total_write(&all->all, extra);
}

static prg_status test_stream(backtest_run *all, streaming *stream, prg_error *error) {
  const streaming_work work = {.context = all,
                               .slice = SLICE,
                               .worker = worker_begin,
                               .worker_free = worker_free,
                               .work = test_series,
                               .head = write_head,
                               .deliver = deliver};
  prg_status status = make_options(all, &stream->first, error);
  if (status == PRG_OK)
    status = streaming_run(stream, &work, error);
  if (status == PRG_OK && stream->share.on) {
    keep_sums(all, &stream->share.writer.extra);
    status = streaming_end(stream, error);
  } else if (status == PRG_OK && all->all.model != NULL) {
    const prg_backtest_summary *summary = prg_backtest_total_summary(&all->all);
    write_end(&all->writer, summary);
    status = draw_leads(all, summary, error);
  }
  return status;
}

/* With --exposure, or of a file that `forecast` wrote, all is read at once. */
static prg_status read_whole(command *run, const char *path, streaming *stream, prg_error *error) {
  prg_reading reading = {0};
  prg_status status = stream->is_forecast
                          ? asking_source_outcomes(run, path, stream->source, &reading, error)
                          : asking_read(run, path, &reading, error);
  if (status == PRG_OK)
    status = asking_exposure(run, &reading.panel, error);
  if (status == PRG_OK) {
    prg_panel_clear(&stream->first);
    stream->first = reading.panel;
    prg_panel_init(&reading.panel);
    asking_source_close(stream->source);
    stream->source = NULL;
  }
  prg_reading_clear(&reading);
  return status;
}

static prg_status test(command *run, const char *path, prg_error *error) {
  backtest_run all = {.run = run};
  streaming stream = {.run = run};
  const bool whole = option_is_given(&run->options, "exposure");
  all.writer = (backtest_writer){.run = run, .format = format_of(run)};
  all.writer.details = option_is_given(&run->options, "details");
  prg_status status = PRG_OK;
  if (option_is_given(&run->options, "shard") &&
      (whole || all.writer.format != BACKTEST_CSV || option_is_given(&run->options, "chart")))
    return prg_fail(error, PRG_TEXT_SHARD_NOT_BY_SERIES, NULL);
  if (!whole)
    status = streaming_open(run, path, &stream, error);
  if (status == PRG_OK && (whole || stream.is_forecast))
    status = read_whole(run, path, &stream, error);
  if (status == PRG_OK && !stream.is_done)
    status = test_stream(&all, &stream, error);
  prg_backtest_total_clear(&all.all);
  prg_buffer_free(&all.name);
  streaming_close(&stream);
  return status;
}

static prg_status run_backtest(command *run, prg_error *error) {
  const char *models = option_string(&run->options, "models");
  if (models != NULL && strcmp(models, "help") == 0) {
    asking_list_models(run, false);
    return PRG_OK;
  }
  const char *path;
  prg_status status = asking_file(run, &path, error);
  return status == PRG_OK ? test(run, path, error) : status;
}

/* Adds what keep_sums wrote. */
static prg_status read_sums(prg_parts *parts, size_t k, backtest_run *all, prg_error *error) {
  static const char details[] = "details\n";
  prg_buffer extra = {0};
  prg_status status = prg_parts_extra(parts, k, &extra, error);
  const char *text = prg_buffer_string(&extra), *sums = strchr(text, '\n');
  all->writer.details = strncmp(text, details, sizeof details - 1) == 0;
  if (status == PRG_OK && sums != NULL && sums[1] != '\0')
    status = prg_backtest_total_read(prg_parts_path(parts, k), sums + 1, &all->all, error);
  prg_buffer_free(&extra);
  return status;
}

static prg_status merge_backtest(command *run, prg_parts *parts, prg_error *error) {
  backtest_run all = {.run = run};
  prg_status status = PRG_OK;
  for (size_t k = 1; status == PRG_OK && k <= prg_parts_about(parts)->n; k++)
    status = read_sums(parts, k, &all, error);
  if (status == PRG_OK)
    status = merging_pieces(run, parts, error);
  all.writer = (backtest_writer){
      .run = run, .format = BACKTEST_CSV, .details = all.writer.details, .begun = true};
  prg_csv_begin(&all.writer.csv, &run->out, PRG_CSV_PLAIN);
  if (status == PRG_OK && all.all.model != NULL)
    write_end(&all.writer, prg_backtest_total_summary(&all.all));
  prg_backtest_total_clear(&all.all);
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
    THREADS_OPTION,
    READING_OPTIONS,
    STREAM_OPTIONS,
    SHARDING_OPTIONS,
    COMMON_OPTIONS,
};

const verb verb_backtest = {
    .name = "backtest",
    .summary = PRG_TEXT_SUMMARY_BACKTEST,
    .operands = PRG_TEXT_OPERANDS_FILES,
    .options = options,
    .run = run_backtest,
    .merge = merge_backtest,
};
