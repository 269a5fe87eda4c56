#include <prognos/learn_seasonal.h>

#include <inttypes.h>

#include <prognos/number.h>
#include <prognos/version.h>

#include "cli/asking.h"
#include "cli/learning.h"
#include "cli/sharding.h"
#include "cli/streaming.h"

static void write_panels(const prg_learn_sample *sample, prg_buffer *out) {
  for (size_t p = 0; p < prg_learn_sample_panels(sample); p++)
    prg_buffer_printf(out, "Panel: %s, %" PRIu64 " series.\n", prg_learn_sample_panel(sample, p),
                      prg_learn_sample_series(sample, p));
}

/* Where the prior comes from; English, as the files of the program are. */
static void write_origin(const learning *from, const prg_learn_options *options,
                         const prg_learned *learned, prg_buffer *out) {
  prg_buffer_printf(out,
                    "Annual prior of pooled exponential smoothing, learned by prognos %s, %s.\n",
                    PRG_VERSION, from->today);
  write_panels(from->sample, out);
  prg_buffer_printf(
      out, "%" PRIu64 " series gave %zu windows, %" PRIu64 " were left out; horizon %zu.\n",
      learned->series, learned->windows, learned->left_out, options->horizon);
  prg_buffer_printf(out, "%zu models of %zu candidates; seed %lu. Mean loss of windows set aside ",
                    learned->prior.n, learned->candidates, options->seed);
  prg_buffer_add_significant(out, learned->loss_after, 4);
  prg_buffer_add(out, " (by likelihood alone ");
  prg_buffer_add_significant(out, learned->loss_before, 4);
  prg_buffer_add(out, ").\n");
}

/* The same of a seasonal prior. */
static void write_seasonal_origin(const learning *from, const prg_learn_options *options,
                                  const prg_learned_seasonal *learned, prg_buffer *out) {
  prg_buffer_printf(
      out,
      "Seasonal prior of pooled exponential smoothing, season of %zu periods, learned "
      "by prognos %s, %s.\n",
      learned->season, PRG_VERSION, from->today);
  write_panels(from->sample, out);
  prg_buffer_printf(out, "%" PRIu64 " series gave %zu windows, %" PRIu64 " were left out.\n",
                    learned->series, learned->windows, learned->left_out);
  prg_buffer_printf(
      out, "%zu models of %zu candidates; seed %lu. Mean log density of windows set aside ",
      learned->prior.n, learned->candidates, options->seed);
  prg_buffer_add_significant(out, learned->log_score - learned->log_score_flat, 4);
  prg_buffer_add(out, " above that of equally likely candidates.\n");
}

#define FEW_WINDOWS 200 /* below this the weights rest on few series */

static void tell(const command *run, size_t nodes, size_t windows, uint64_t series) {
  command_talk(run, PRG_TEXT_TALK_LEARNED,
               PRG_ARGS(prg_integer((long long)nodes), prg_integer((long long)windows),
                        prg_integer((long long)series)));
}

static void tell_doubts(const command *run, prg_text why, uint64_t left_out, size_t windows) {
  if (left_out > 0)
    command_talk(run, why, PRG_ARGS(prg_integer((long long)left_out)));
  if (windows < FEW_WINDOWS)
    command_talk(run, PRG_TEXT_TALK_LEARN_FEW, PRG_ARGS(prg_integer((long long)windows)));
}

static prg_status learn_annual(command *run, const learning *from, const prg_learn_options *options,
                               prg_error *error) {
  prg_learned learned = {0};
  prg_status status = prg_learn_annual_sample(from->sample, options, &learned, error);
  if (status == PRG_OK) {
    prg_buffer origin;
    prg_buffer_init(&origin);
    write_origin(from, options, &learned, &origin);
    prg_prior_file_write(&learned.prior, prg_buffer_string(&origin), &run->out);
    prg_buffer_free(&origin);
    tell(run, learned.prior.n, learned.windows, learned.series);
    tell_doubts(run, PRG_TEXT_TALK_LEARN_LEFT_OUT, learned.left_out, learned.windows);
  }
  prg_learned_clear(&learned);
  return status;
}

static prg_status learn_seasonal(command *run, const learning *from,
                                 const prg_learn_options *options, prg_error *error) {
  prg_learned_seasonal learned = {0};
  prg_status status = prg_learn_seasonal_sample(from->sample, options, &learned, error);
  if (status == PRG_OK) {
    prg_buffer origin;
    prg_buffer_init(&origin);
    write_seasonal_origin(from, options, &learned, &origin);
    prg_seasonal_prior_file_write(&learned.prior, prg_buffer_string(&origin), &run->out);
    prg_buffer_free(&origin);
    tell(run, learned.prior.n, learned.windows, learned.series);
    tell_doubts(run, PRG_TEXT_TALK_LEARN_LEFT_OUT_SEASONAL, learned.left_out, learned.windows);
  }
  prg_learned_seasonal_clear(&learned);
  return status;
}

/* Without any series there is nothing annual, either. */
static prg_status learn(command *run, const learning *from, prg_error *error) {
  prg_node_list models = {0};
  prg_learn_options options = *prg_learn_sample_options(from->sample);
  prg_status status = PRG_OK;
  options.threads = streaming_threads(run);
  if (from->models.length > 0) {
    status = prg_prior_file_read("--models", prg_buffer_string(&from->models), from->models.length,
                                 &models, error);
    options.candidates = &models;
  }
  bool annual = prg_learn_sample_season(from->sample) == 1;
  if (status == PRG_OK)
    status = (annual ? learn_annual : learn_seasonal)(run, from, &options, error);
  prg_node_list_clear(&models);
  return status;
}

static prg_status run_learn(command *run, prg_error *error) {
  learning drawn;
  prg_status status = learning_draw(run, &drawn, error);
  if (status == PRG_OK && !drawn.is_done)
    status = learn(run, &drawn, error);
  learning_clear(&drawn);
  return status;
}

static prg_status merge_learn(command *run, prg_parts *parts, prg_error *error) {
  learning joined;
  prg_status status = learning_join(run, parts, &joined, error);
  if (status == PRG_OK)
    status = learn(run, &joined, error);
  learning_clear(&joined);
  return status;
}

static const option_row options[] = {
    INTEGER_OPTION("nodes", 0, "124", PRG_LEARN_NODES_MIN, PRG_LEARN_NODES_MAX, NODES),
    TEXT_OPTION("models", 0, NULL, FILE, LEARN_MODELS),
    INTEGER_OPTION("horizon", 0, "6", 1, PRG_LEARN_HORIZON_MAX, LEARN_HORIZON),
    INTEGER_OPTION("origins", 0, "4", 1, PRG_LEARN_ORIGINS_MAX, LEARN_ORIGINS),
    INTEGER_OPTION("windows", 0, "6000", PRG_LEARN_WINDOWS_MIN, PRG_LEARN_WINDOWS_MAX, WINDOWS),
    INTEGER_OPTION("seed", 0, "1", 0, 4294967295.0, SEED),
    READING_OPTIONS,
    STREAM_OPTIONS,
    THREADS_OPTION,
    SHARDING_OPTIONS,
    COMMON_OPTIONS,
};

const verb verb_learn = {
    .name = "learn",
    .summary = PRG_TEXT_SUMMARY_LEARN,
    .operands = PRG_TEXT_OPERANDS_FILES,
    .options = options,
    .run = run_learn,
    .merge = merge_learn,
};
