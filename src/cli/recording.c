#include "cli/recording.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <prognos/hash.h>
#include <prognos/tidy.h>
#include <prognos/version.h>

/* What was new. */
typedef struct recorded {
  size_t forecasts, known;
  prg_ledger_news outcomes;
} recorded;

prg_period recording_today(const command *run) {
  prg_period day = {PRG_DAY, 0};
  prg_period_parse(run->today, strlen(run->today), &day);
  return day;
}

bool recording_is_of_method(const char *name) {
  static const char *const names[] = {"model",    "horizon",   "prior",     "ets-form", "events",
                                      "break",    "event",     "exposure",  "seed",     "kind",
                                      "siblings", "reconcile", "pool-with", "frequency"};
  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
    if (strcmp(names[i], name) == 0)
      return true;
  return false;
}

void recording_options(const option_set *options, prg_buffer *out) {
  for (const option_row *row = options->row; row->name != NULL; row++) {
    const char *value;
    for (size_t k = 0; recording_is_of_method(row->name) &&
                       (value = option_repeated(options, row->name, k)) != NULL;
         k++)
      prg_buffer_printf(out, "--%s=%s\n", row->name, value);
  }
}

static void tell(const command *run, const char *ledger, const recorded *done) {
  command_talk(run, PRG_TEXT_TALK_RECORDED,
               PRG_ARGS(prg_string(ledger), prg_integer((long long)done->forecasts),
                        prg_integer((long long)done->known),
                        prg_integer((long long)done->outcomes.first),
                        prg_integer((long long)done->outcomes.revised)));
}

/* A ledger keeps its days for ever. Zones and night shifts may be a day apart. */
static void warn_of_clock(command *run, const char *ledger, prg_period last) {
  char now[PRG_PERIOD_BYTES], then[PRG_PERIOD_BYTES];
  prg_error warning;
  prg_period today = recording_today(run);
  if (option_is_given(&run->options, "today") || today.ordinal + 1 >= last.ordinal)
    return;
  prg_fail(&warning, PRG_TEXT_RECORDED_CLOCK,
           PRG_ARGS(prg_string(prg_period_print(today, now)), prg_string(ledger),
                    prg_string(prg_period_print(last, then))));
  command_tell_error(run, &warning);
}

static prg_status keep_figures(const command *run, prg_ledger *ledger, const prg_panel *panel,
                               recorded *done, prg_error *error) {
  prg_status status = PRG_OK;
  for (size_t i = 0; i < panel->n && status == PRG_OK; i++)
    status = prg_ledger_outcomes(ledger, &panel->series[i], recording_today(run), &done->outcomes,
                                 error);
  return status;
}

/* Ends what was begun, well or not. */
static prg_status end(command *run, prg_ledger *ledger, const char *path, const recorded *done,
                      prg_status status, prg_error *error) {
  prg_period last;
  if (status == PRG_OK)
    status = prg_ledger_commit(ledger, error);
  if (status == PRG_OK && prg_ledger_last_day(ledger, &last))
    warn_of_clock(run, path, last);
  prg_ledger_close(ledger);
  if (status == PRG_OK)
    tell(run, path, done);
  return status;
}

static prg_status begin(const char *path, prg_ledger **ledger, prg_error *error) {
  prg_status status = prg_ledger_open(ledger, path, PRG_LEDGER_WRITE, error);
  return status == PRG_OK ? prg_ledger_begin(*ledger, error) : status;
}

static prg_status keep_forecast(prg_ledger *ledger, const prg_forecast *forecast,
                                const prg_ledger_making *making, recorded *done, prg_error *error) {
  bool is_new;
  prg_status status = prg_ledger_record(ledger, forecast, making, &is_new, error);
  *(is_new ? &done->forecasts : &done->known) += 1;
  return status;
}

static prg_ledger_making making_of(const command *run, const prg_buffer *options,
                                   const char *version, uint64_t input) {
  return (prg_ledger_making){.options = prg_buffer_string(options),
                             .version = version,
                             .label = option_string(&run->options, "label"),
                             .unit = option_string(&run->options, "unit"),
                             .input = input,
                             .made = recording_today(run)};
}

prg_status recording_keep(command *run, const char *path, const forecasting *made,
                          prg_error *error) {
  prg_buffer options = {0};
  recorded done = {0};
  prg_ledger *ledger = NULL;
  recording_options(&run->options, &options);
  prg_ledger_making making =
      making_of(run, &options, PRG_VERSION, strtoull(made->input_hash, NULL, 16));
  prg_status status =
      options.failed ? prg_fail(error, PRG_TEXT_NO_MEMORY, NULL) : begin(path, &ledger, error);
  for (size_t i = 0; i < made->n && status == PRG_OK; i++) {
    prg_forecast named = made->forecast[i];
    if (named.model[0] == '\0' && made->file_model != NULL)
      named.model = made->file_model;
    status = keep_forecast(ledger, &named, &making, &done, error);
  }
  if (status == PRG_OK)
    status = keep_figures(run, ledger, &made->panel, &done, error);
  prg_buffer_free(&options);
  return end(run, ledger, path, &done, status, error);
}

prg_status recording_keep_outcomes(command *run, const char *path, const prg_panel *panel,
                                   prg_error *error) {
  recorded done = {0};
  prg_ledger *ledger = NULL;
  prg_status status = begin(path, &ledger, error);
  if (status == PRG_OK)
    status = keep_figures(run, ledger, panel, &done, error);
  return end(run, ledger, path, &done, status, error);
}

/* --- a plan --- */

/* The first period of the plan, and the one after its last figure, as places in the series. */
static void find_plan(const prg_series *series, const prg_period *origin, size_t *first,
                      size_t *plan_end) {
  *first = 0;
  *plan_end = series->n;
  if (origin != NULL) {
    long long after = (long long)origin->ordinal + 1 - series->start.ordinal;
    *first = after < 0 ? 0 : (size_t)after < series->n ? (size_t)after : series->n;
  }
  while (*first < series->n && origin == NULL && isnan(series->value[*first]))
    (*first)++;
  while (*plan_end > *first && isnan(series->value[*plan_end - 1]))
    (*plan_end)--;
}

/* The figures as a distribution of one probability. */
static prg_status plan_distribution(const prg_series *series, size_t first, size_t n,
                                    prg_distribution *distribution, prg_error *error) {
  static const double median = .5;
  prg_status status = prg_distribution_init(distribution, n, &median, 1, error);
  for (size_t h = 0; h < n && status == PRG_OK; h++)
    distribution->quantile[h] = series->value[first + h];
  return status;
}

static prg_status keep_plan_of(prg_ledger *ledger, const prg_series *series,
                               const prg_period *origin, const prg_ledger_making *making,
                               recorded *done, prg_error *error) {
  size_t first, plan_end;
  if (origin != NULL && origin->frequency != series->start.frequency)
    return prg_fail(error, PRG_TEXT_PLAN_FREQUENCY, PRG_ARGS(prg_string(series->name)));
  find_plan(series, origin, &first, &plan_end);
  if (plan_end == first)
    return prg_fail(error, PRG_TEXT_PLAN_EMPTY, PRG_ARGS(prg_string(series->name)));
  if (plan_end - first > PRG_HORIZON_MAX)
    return prg_fail(error, PRG_TEXT_PLAN_LONG,
                    PRG_ARGS(prg_string(series->name), prg_integer(PRG_HORIZON_MAX)));
  prg_forecast plan = {.series = series,
                       .model = PRG_LEDGER_PLAN,
                       .origin = prg_period_add(series->start, (int)first - 1)};
  prg_status status = plan_distribution(series, first, plan_end - first, &plan.distribution, error);
  if (status == PRG_OK)
    status = keep_forecast(ledger, &plan, making, done, error);
  prg_forecast_clear(&plan);
  return status;
}

prg_status recording_keep_plan(command *run, const char *path, const prg_panel *panel,
                               const prg_period *origin, prg_error *error) {
  prg_buffer none = {0}, bytes = {0};
  recorded done = {0};
  prg_ledger *ledger = NULL;
  prg_status status = prg_tidy_write(panel, PRG_CSV_PLAIN, &bytes, error);
  prg_ledger_making making =
      making_of(run, &none, "", prg_hash(prg_buffer_string(&bytes), bytes.length));
  prg_buffer_free(&bytes);
  if (status == PRG_OK)
    status = begin(path, &ledger, error);
  for (size_t i = 0; i < panel->n && status == PRG_OK; i++)
    status = keep_plan_of(ledger, &panel->series[i], origin, &making, &done, error);
  return end(run, ledger, path, &done, status, error);
}
