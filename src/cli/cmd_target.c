#include <prognos/chart_target.h>
#include <prognos/source.h>
#include <prognos/target_table.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/asking.h"
#include "cli/charting.h"

static prg_status read_options(const command *run, prg_target_read_options *options,
                               prg_error *error) {
  *options = (prg_target_read_options){0};
  const char *through = option_string(&run->options, "through");
  options->has_through = through != NULL;
  if (through != NULL && !prg_span_through(through, strlen(through), &options->through))
    return prg_fail(error, PRG_TEXT_THROUGH_WRONG, PRG_ARGS(prg_string(through)));
  return asking_dialect(run, &options->dialect, error);
}

/* One of the built-in scales, or a file. */
static prg_status read_scale(const command *run, prg_target_scale *scale, prg_error *error) {
  const char *name = option_string(&run->options, "scale");
  if (prg_target_scale_of_name(name, run->language, scale))
    return PRG_OK;
  prg_buffer bytes;
  prg_buffer_init(&bytes);
  prg_status status = prg_source_read(name, &bytes, error);
  if (status == PRG_OK)
    status = prg_target_scale_read(asking_name(name), prg_buffer_string(&bytes), bytes.length,
                                   run->language, scale, error);
  prg_buffer_free(&bytes);
  return status;
}

typedef prg_status read_function(prg_target_book *, const char *, const char *, size_t,
                                 const prg_target_read_options *, prg_error *);

static prg_status read_into(prg_target_book *book, const char *path, read_function *read,
                            const prg_target_read_options *options, prg_error *error) {
  prg_buffer bytes;
  prg_buffer_init(&bytes);
  prg_status status = prg_source_read(path, &bytes, error);
  if (status == PRG_OK)
    status = read(book, asking_name(path), prg_buffer_string(&bytes), bytes.length, options, error);
  prg_buffer_free(&bytes);
  return status;
}

static prg_status read_book(const command *run, prg_target_book *book, prg_error *error) {
  const char *path, *outcomes = option_string(&run->options, "outcomes");
  prg_target_read_options options;
  prg_status status = asking_file(run, &path, error);
  if (status == PRG_OK)
    status = read_options(run, &options, error);
  if (status == PRG_OK)
    status = read_into(book, path, prg_target_indicators_read, &options, error);
  if (status == PRG_OK && outcomes != NULL)
    status = read_into(book, outcomes, prg_target_outcomes_read, &options, error);
  return status;
}

/* What was not read, and the rows that are malformed: the others are judged all the same. */
static void tell_reading(command *run, const prg_target_book *book) {
  for (size_t i = 0; i < book->left_out.n; i++) {
    const prg_left_out *item = &book->left_out.item[i];
    command_talk(run, PRG_TEXT_TARGET_LEFT_OUT,
                 PRG_ARGS(prg_integer((long long)item->line), prg_string(item->what),
                          prg_text_argument(item->reason)));
  }
  for (size_t i = 0; i < book->n_row_error; i++)
    command_tell_error(run, &book->row_error[i]);
  prg_error more;
  if (book->n_malformed > book->n_row_error) {
    prg_fail(&more, PRG_TEXT_TARGET_MORE_ERRORS,
             PRG_ARGS(prg_integer((long long)(book->n_malformed - book->n_row_error))));
    command_tell_error(run, &more);
  }
}

/* With --alarm: too improbable, or not known to be met. */
static void raise_alarm(command *run, const prg_target_result *result) {
  double limit = option_number(&run->options, "alarm") / 100;
  bool known = !isnan(result->probability);
  bool unmeasured = result->n_measured < result->n_part;
  bool missed = !known && result->n_reached < result->n_part;
  if (isnan(limit) || !result->indicator->has_goal ||
      !(unmeasured || missed || (known && result->probability < limit)))
    return;
  prg_error alarm;
  prg_fail(&alarm, PRG_TEXT_TARGET_ALARM,
           PRG_ARGS(prg_string(result->indicator->name), prg_string(result->verdict)));
  command_raise_alarm(run, result->indicator->name, &alarm);
}

static void hide_small(const command *run, prg_target_result *result, size_t n) {
  double threshold = option_number(&run->options, "hide-below");
  size_t hidden = 0;
  for (size_t i = 0; i < n && threshold > 1; i++) /* NaN: not asked for */
    hidden += prg_target_hide(&result[i], threshold);
  if (hidden > 0)
    command_talk(run, PRG_TEXT_TALK_TARGETS_HIDDEN,
                 PRG_ARGS(prg_integer((long long)hidden), prg_number(threshold, -1)));
}

/* An indicator that cannot be judged is told and passed over. */
static size_t assess_all(command *run, const prg_target_book *book, const prg_target_scale *scale,
                         prg_target_result *result) {
  size_t n = 0;
  for (size_t i = 0; i < book->n; i++) {
    prg_error error;
    if (prg_target_assess(book, i, scale, run->language, &result[n], &error) == PRG_OK) {
      n++;
    } else {
      prg_target_result_clear(&result[n]);
      command_tell_error(run, &error);
    }
  }
  for (size_t i = 0; i < n; i++)
    raise_alarm(run, &result[i]);
  hide_small(run, result, n);
  return n;
}

/* With --chart: a picture, or several numbered from 1. */
static prg_status draw_results(command *run, const prg_target_result *result, size_t n,
                               prg_error *error) {
  charting charts = {.run = run, .directory = option_string(&run->options, "chart")};
  if (charts.directory == NULL)
    return PRG_OK;
  prg_chart_options options;
  prg_status status = charting_options(run, &options, error);
  size_t pages = prg_target_pages(result, n, &options);
  for (size_t page = 0; status == PRG_OK && page < (pages > 0 ? pages : 1); page++) {
    prg_drawing drawing = {0};
    char suffix[24] = "";
    if (pages > 1)
      snprintf(suffix, sizeof suffix, "%zu", page + 1);
    status = prg_target_draw(result, n, page, &options, &drawing, error);
    if (status == PRG_OK)
      status = charting_add(&charts, suffix, &drawing, error);
    prg_drawing_clear(&drawing);
  }
  charting_finish(&charts);
  return status;
}

static prg_status write_results(command *run, const prg_target_book *book,
                                const prg_target_scale *scale, prg_error *error) {
  prg_target_format format = PRG_TARGET_TABLE;
  prg_target_format_from_name(option_string(&run->options, "format"), &format);
  prg_target_result *result = calloc(book->n + 1, sizeof *result);
  if (result == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  size_t n = assess_all(run, book, scale, result);
  if (n > 0)
    prg_target_write(result, n, format, run->language, &run->out);
  prg_status status = n > 0 ? draw_results(run, result, n, error) : PRG_OK;
  for (size_t i = 0; i < n; i++)
    prg_target_result_clear(&result[i]);
  free(result);
  return status;
}

static prg_status run_target(command *run, prg_error *error) {
  prg_target_scale scale;
  prg_target_book book = {0};
  prg_status status = read_scale(run, &scale, error);
  if (status == PRG_OK)
    status = read_book(run, &book, error);
  if (status == PRG_OK) {
    tell_reading(run, &book);
    status = write_results(run, &book, &scale, error);
  }
  prg_target_book_clear(&book);
  return status;
}

static const option_row options[] = {
    TEXT_OPTION("outcomes", 0, NULL, FILE, OUTCOMES),
    TEXT_OPTION("through", 0, NULL, PERIOD, THROUGH),
    TEXT_OPTION("scale", 0, "outlook", SCALE, SCALE),
    NUMBER_OPTION("alarm", 0, NULL, 0, 100, ALARM),
    NUMBER_OPTION("hide-below", 0, NULL, 0, 1000, TARGET_HIDE_BELOW),
    CHOICE_OPTION("format", 'f', "table", "table|markdown|excel|csv|json", FORMAT_TREND),
    CHART_OPTION,
    CHARTING_OPTIONS,
    DIALECT_OPTIONS,
    COMMON_OPTIONS,
};

const verb verb_target = {
    .name = "target",
    .summary = PRG_TEXT_SUMMARY_TARGET,
    .operands = PRG_TEXT_OPERANDS_INDICATORS,
    .options = options,
    .run = run_target,
};
