/* Alarms that need the last time: kept in the state of the job. */
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <prognos/movement.h>
#include <prognos/number.h>
#include <prognos/revision.h>
#include <prognos/source.h>
#include <prognos/tidy.h>

#include "cli/asking.h"
#include "cli/running.h"

#define TOLD 10 /* forecasts that have moved, one by one; the others are counted */

/* News: told once, for the next time is compared with this. */
static void warn(command *run, prg_text text, const prg_argument *arguments) {
  prg_message message;
  prg_message_set(&message, text, arguments);
  prg_buffer words = {0};
  prg_message_write(&message, run->language, &words);
  prg_job_record_alarm(run->alarms, false, "", prg_buffer_string(&words));
  prg_buffer_free(&words);
}

/* What was remembered; false if it is the first time. */
static bool recall(const prg_job_memory *memory, const char *name, prg_buffer *bytes) {
  prg_buffer path = {0};
  prg_job_memory_path(memory, name, &path);
  bool there = access(prg_buffer_string(&path), F_OK) == 0 &&
               prg_source_read(prg_buffer_string(&path), bytes, NULL) == PRG_OK;
  prg_buffer_free(&path);
  return there;
}

static prg_status remember(const prg_job_memory *memory, const char *name, const prg_buffer *bytes,
                           prg_error *error) {
  prg_buffer path = {0};
  prg_job_memory_next(memory, name, &path);
  prg_status status =
      bytes->failed || path.failed
          ? prg_fail(error, PRG_TEXT_NO_MEMORY, NULL)
          : prg_atomic_write(path.data, prg_buffer_string(bytes), bytes->length, error);
  prg_buffer_free(&path);
  return status;
}

/* --- revised --- */

static prg_argument figure(double value, prg_language language) {
  prg_buffer text = {0};
  if (isnan(value))
    prg_buffer_add(&text, "..");
  else
    prg_buffer_add_people(&text, value, -1, language);
  prg_argument argument = prg_string(prg_buffer_string(&text));
  prg_buffer_free(&text);
  return argument;
}

/* New periods are what an edition is for; the first of the others stands for them all. */
static void warn_of_revisions(command *run, const prg_revision_list *list) {
  size_t n = list->count[PRG_REVISION_CHANGED] + list->count[PRG_REVISION_VANISHED];
  char period[PRG_PERIOD_BYTES];
  for (size_t i = 0; i < list->n; i++) {
    const prg_revision *item = &list->item[i];
    if (item->kind == PRG_REVISION_APPEARED)
      continue;
    warn(run, n == 1 ? PRG_TEXT_RUN_REVISED_ONE : PRG_TEXT_RUN_REVISED,
         PRG_ARGS(prg_integer((long long)n), prg_string(item->series),
                  prg_string(prg_period_print_people(item->period, run->language, period)),
                  figure(item->before, run->language), figure(item->after, run->language)));
    return;
  }
}

static prg_status compare_input(command *run, const char *path, const prg_job_memory *memory,
                                prg_error *error) {
  prg_reading now = {0}, before = {0};
  prg_buffer tidy = {0}, bytes = {0};
  prg_revision_list list = {0};
  prg_status status = asking_read(run, path, &now, error);
  if (status == PRG_OK)
    status = prg_tidy_write(&now.panel, PRG_CSV_PLAIN, &tidy, error);
  if (status == PRG_OK && recall(memory, "input.csv", &bytes) &&
      prg_read_bytes("input.csv", prg_buffer_string(&bytes), bytes.length, NULL, &before, NULL) ==
          PRG_OK) {
    status = prg_revision_find(&before.panel, &now.panel, &list, error);
    if (status == PRG_OK)
      warn_of_revisions(run, &list);
  }
  if (status == PRG_OK)
    status = remember(memory, "input.csv", &tidy, error);
  prg_revision_list_clear(&list);
  prg_reading_clear(&now);
  prg_reading_clear(&before);
  prg_buffer_free(&tidy);
  prg_buffer_free(&bytes);
  return status;
}

/* --- moved --- */

static void warn_of_movements(command *run, const prg_movement *movement, size_t n) {
  char period[PRG_PERIOD_BYTES];
  for (size_t i = 0; i < n && i < TOLD; i++) {
    const prg_movement *one = &movement[i];
    prg_buffer interval = {0};
    prg_buffer_add_people(&interval, one->lower, 0, run->language);
    prg_buffer_add(&interval, "–");
    prg_buffer_add_people(&interval, one->upper, 0, run->language);
    warn(run, PRG_TEXT_RUN_MOVED,
         PRG_ARGS(prg_string(one->series),
                  prg_string(prg_period_print_people(one->period, run->language, period)),
                  prg_number(one->after, 0), prg_number(one->before, 0),
                  prg_number(100 * one->level, 0), prg_string(prg_buffer_string(&interval))));
    prg_buffer_free(&interval);
  }
  if (n > TOLD)
    warn(run, PRG_TEXT_RUN_MOVED_MORE, PRG_ARGS(prg_integer((long long)(n - TOLD))));
}

static prg_status read_forecasts(const char *path, const prg_buffer *bytes, prg_forecast_set *set,
                                 prg_error *error) {
  const char *text = prg_buffer_string(bytes);
  if (!prg_forecast_csv_is(text, bytes->length))
    return prg_fail_at(error, path, 0, 0, PRG_TEXT_RUN_MOVED_FORMAT, NULL);
  return prg_forecast_csv_read(path, text, bytes->length, set, error);
}

static prg_status compare_output(command *run, const char *path, const prg_job_memory *memory,
                                 prg_error *error) {
  prg_forecast_set now = {0}, before = {0};
  prg_buffer bytes = {0}, old = {0};
  prg_movement *movement = NULL;
  size_t n = 0;
  prg_status status = prg_source_read(path, &bytes, error);
  if (status == PRG_OK)
    status = read_forecasts(path, &bytes, &now, error);
  if (status == PRG_OK && recall(memory, "forecast.csv", &old) &&
      read_forecasts("forecast.csv", &old, &before, NULL) == PRG_OK) {
    status = prg_movement_find(&before, &now, &movement, &n, error);
    warn_of_movements(run, movement, n);
  }
  if (status == PRG_OK)
    status = remember(memory, "forecast.csv", &bytes, error);
  free(movement);
  prg_forecast_set_clear(&now);
  prg_forecast_set_clear(&before);
  prg_buffer_free(&bytes);
  prg_buffer_free(&old);
  return status;
}

prg_status running_compare(command *run, const prg_job *job, const prg_job_memory *memory,
                           prg_error *error) {
  prg_status status = PRG_OK;
  if (job->alarm_revision)
    status = compare_input(run, job->input[0], memory, error);
  if (status == PRG_OK && job->alarm_moved)
    status = compare_output(run, job->output, memory, error);
  return status;
}
