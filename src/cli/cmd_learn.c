#include <prognos/learn_seasonal.h>

#include <stdlib.h>
#include <string.h>

#include <prognos/number.h>
#include <prognos/version.h>

#include "cli/asking.h"

/* The panels of the files. */
typedef struct panels {
  prg_reading *reading;    /* shape (n); owned */
  const prg_panel **panel; /* shape (n): into `reading`; owned */
  size_t n;
} panels;

static void panels_clear(panels *read) {
  for (size_t i = 0; i < read->n; i++)
    prg_reading_clear(&read->reading[i]);
  free(read->reading);
  free(read->panel);
}

static prg_status read_panels(const command *run, panels *out, prg_error *error) {
  const option_set *given = &run->options;
  *out = (panels){0};
  if (given->n_file == 0)
    return prg_fail(error, PRG_TEXT_FILE_MISSING, NULL);
  out->reading = calloc(given->n_file, sizeof *out->reading);
  out->panel = calloc(given->n_file, sizeof *out->panel);
  if (out->reading == NULL || out->panel == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  for (size_t i = 0; i < given->n_file; i++) {
    prg_status status = asking_read(run, given->file[i], &out->reading[i], error);
    if (status != PRG_OK)
      return status;
    out->panel[i] = &out->reading[i].panel;
    out->n++;
  }
  return PRG_OK;
}

static void write_panels(const command *run, const panels *read, prg_buffer *out) {
  for (size_t i = 0; i < read->n; i++) {
    const char *path = run->options.file[i], *slash = strrchr(path, '/');
    prg_buffer_printf(out, "Panel: %s, %zu series.\n",
                      slash == NULL ? asking_name(path) : slash + 1, read->panel[i]->n);
  }
}

/* Where the prior comes from; English, as the files of the program are. */
static void write_origin(const command *run, const panels *read, const prg_learn_options *options,
                         const prg_learned *learned, prg_buffer *out) {
  prg_buffer_printf(out,
                    "Annual prior of pooled exponential smoothing, learned by prognos %s, %s.\n",
                    PRG_VERSION, run->today);
  write_panels(run, read, out);
  prg_buffer_printf(out, "%zu series gave %zu windows, %zu were left out; horizon %zu.\n",
                    learned->series, learned->windows, learned->left_out, options->horizon);
  prg_buffer_printf(out, "%zu models of %zu candidates; seed %lu. Mean loss of windows set aside ",
                    learned->prior.n, learned->candidates, options->seed);
  prg_buffer_add_significant(out, learned->loss_after, 4);
  prg_buffer_add(out, " (by likelihood alone ");
  prg_buffer_add_significant(out, learned->loss_before, 4);
  prg_buffer_add(out, ").\n");
}

/* The same of a seasonal prior. */
static void write_seasonal_origin(const command *run, const panels *read,
                                  const prg_learn_options *options,
                                  const prg_learned_seasonal *learned, prg_buffer *out) {
  prg_buffer_printf(
      out,
      "Seasonal prior of pooled exponential smoothing, season of %zu periods, learned "
      "by prognos %s, %s.\n",
      learned->season, PRG_VERSION, run->today);
  write_panels(run, read, out);
  prg_buffer_printf(out, "%zu series gave %zu windows, %zu were left out.\n", learned->series,
                    learned->windows, learned->left_out);
  prg_buffer_printf(
      out, "%zu models of %zu candidates; seed %lu. Mean log density of windows set aside ",
      learned->prior.n, learned->candidates, options->seed);
  prg_buffer_add_significant(out, learned->log_score - learned->log_score_flat, 4);
  prg_buffer_add(out, " above that of equally likely candidates.\n");
}

#define FEW_WINDOWS 200 /* below this the weights rest on few series */

static void tell(const command *run, size_t nodes, size_t windows, size_t series) {
  command_talk(run, PRG_TEXT_TALK_LEARNED,
               PRG_ARGS(prg_integer((long long)nodes), prg_integer((long long)windows),
                        prg_integer((long long)series)));
}

static void tell_doubts(const command *run, prg_text why, size_t left_out, size_t windows) {
  if (left_out > 0)
    command_talk(run, why, PRG_ARGS(prg_integer((long long)left_out)));
  if (windows < FEW_WINDOWS)
    command_talk(run, PRG_TEXT_TALK_LEARN_FEW, PRG_ARGS(prg_integer((long long)windows)));
}

static prg_status learn_annual(command *run, const panels *read, const prg_learn_options *options,
                               prg_error *error) {
  prg_learned learned = {0};
  prg_status status = prg_learn_annual(read->panel, read->n, options, &learned, error);
  if (status == PRG_OK) {
    prg_buffer origin;
    prg_buffer_init(&origin);
    write_origin(run, read, options, &learned, &origin);
    prg_prior_file_write(&learned.prior, prg_buffer_string(&origin), &run->out);
    prg_buffer_free(&origin);
    tell(run, learned.prior.n, learned.windows, learned.series);
    tell_doubts(run, PRG_TEXT_TALK_LEARN_LEFT_OUT, learned.left_out, learned.windows);
  }
  prg_learned_clear(&learned);
  return status;
}

static prg_status learn_seasonal(command *run, const panels *read, const prg_learn_options *options,
                                 prg_error *error) {
  prg_learned_seasonal learned = {0};
  prg_status status = prg_learn_seasonal(read->panel, read->n, options, &learned, error);
  if (status == PRG_OK) {
    prg_buffer origin;
    prg_buffer_init(&origin);
    write_seasonal_origin(run, read, options, &learned, &origin);
    prg_seasonal_prior_file_write(&learned.prior, prg_buffer_string(&origin), &run->out);
    prg_buffer_free(&origin);
    tell(run, learned.prior.n, learned.windows, learned.series);
    tell_doubts(run, PRG_TEXT_TALK_LEARN_LEFT_OUT_SEASONAL, learned.left_out, learned.windows);
  }
  prg_learned_seasonal_clear(&learned);
  return status;
}

/* True if no series is annual. */
static bool all_seasonal(const panels *read) {
  for (size_t p = 0; p < read->n; p++)
    for (size_t i = 0; i < read->panel[p]->n; i++)
      if (read->panel[p]->series[i].season <= 1)
        return false;
  return true;
}

static prg_status run_learn(command *run, prg_error *error) {
  panels read;
  prg_node_list models = {0};
  prg_learn_options options;
  prg_learn_options_init(&options);
  options.horizon = (size_t)option_integer(&run->options, "horizon");
  options.origins = (size_t)option_integer(&run->options, "origins");
  options.windows = (size_t)option_integer(&run->options, "windows");
  options.seed = (unsigned long)option_number(&run->options, "seed");
  const char *path = option_string(&run->options, "models");
  prg_status status = read_panels(run, &read, error);
  if (status == PRG_OK && path != NULL) {
    status = asking_read_prior(path, &models, error);
    options.candidates = &models;
  }
  bool seasonal = status == PRG_OK && all_seasonal(&read);
  if (option_is_given(&run->options, "nodes"))
    options.nodes = (size_t)option_integer(&run->options, "nodes");
  else if (seasonal)
    options.nodes = PRG_LEARN_SEASONAL_NODES;
  if (status == PRG_OK)
    status = seasonal ? learn_seasonal(run, &read, &options, error)
                      : learn_annual(run, &read, &options, error);
  prg_node_list_clear(&models);
  panels_clear(&read);
  return status;
}

static const option_row options[] = {
    INTEGER_OPTION("nodes", 0, "124", PRG_LEARN_NODES_MIN, PRG_LEARN_NODES_MAX, NODES),
    TEXT_OPTION("models", 0, NULL, FILE, LEARN_MODELS),
    INTEGER_OPTION("horizon", 0, "6", 1, PRG_LEARN_HORIZON_MAX, LEARN_HORIZON),
    INTEGER_OPTION("origins", 0, "4", 1, PRG_LEARN_ORIGINS_MAX, LEARN_ORIGINS),
    INTEGER_OPTION("windows", 0, "6000", 50, 100000, WINDOWS),
    INTEGER_OPTION("seed", 0, "1", 0, 4294967295.0, SEED),
    READING_OPTIONS,
    COMMON_OPTIONS,
};

const verb verb_learn = {
    .name = "learn",
    .summary = PRG_TEXT_SUMMARY_LEARN,
    .operands = PRG_TEXT_OPERANDS_FILES,
    .options = options,
    .run = run_learn,
};
