/* What a run says: problems and alarms on standard error, everything in the log, the state of every
 * job for those who watch it. */
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <prognos/json.h>
#include <prognos/text_table.h>

#include "cli/running.h"

static double seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

void running_now(prg_buffer *out) {
  time_t now = time(NULL);
  struct tm calendar;
  char text[40] = "";
  if (localtime_r(&now, &calendar) != NULL)
    strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%S%z", &calendar);
  prg_buffer_add(out, text);
}

/* One write: lines of two runs do not mix. */
void running_log(running *all, const char *name, const char *words) {
  if (all->log < 0)
    return;
  prg_buffer line = {0};
  running_now(&line);
  prg_buffer_printf(&line, name == NULL ? "%s %s%s\n" : " %s%s: %s\n", name == NULL ? "" : name,
                    name == NULL ? "" : "", words);
  if (line.failed || write(all->log, line.data, line.length) != (ssize_t)line.length)
    all->log_failed = true;
  prg_buffer_free(&line);
}

static void say(running *all, const char *name, const char *words) {
  fprintf(stderr, "%s: %s\n", name, words);
  running_log(all, name, words);
}

/* The job's name stands for the program's. */
static const char *without_name(const char *line) {
  static const char name[] = "prognos: ";
  return strncmp(line, name, sizeof name - 1) == 0 ? line + sizeof name - 1 : line;
}

static void say_message(running *all, const char *name, prg_text text,
                        const prg_argument *arguments, bool aloud) {
  prg_message message;
  prg_message_set(&message, text, arguments);
  prg_buffer words = {0};
  prg_message_write(&message, all->run->language, &words);
  if (aloud)
    say(all, name, prg_buffer_string(&words));
  else
    running_log(all, name, prg_buffer_string(&words));
  prg_buffer_free(&words);
}

/* An alarm may be longer than an argument of a message. */
static void say_alarm(running *all, const char *name, prg_text text, const char *alarm) {
  prg_buffer words = {0};
  prg_buffer_printf(&words, "%s: %s", prg_text_get(text, all->run->language), alarm);
  say(all, name, prg_buffer_string(&words));
  prg_buffer_free(&words);
}

static void say_end(running *all, const prg_job_event *event) {
  const prg_job_outcome *outcome = event->outcome;
  const char *name = event->job->section->name;
  if (outcome->state == PRG_JOB_UNCHANGED)
    return;
  if (outcome->error.message.text != PRG_TEXT_NONE) {
    prg_buffer words = {0};
    prg_error_write(&outcome->error, all->run->language, &words);
    say(all, name, prg_buffer_string(&words));
    prg_buffer_free(&words);
  }
  if (outcome->state != PRG_JOB_SKIPPED)
    say_message(
        all, name, PRG_TEXT_RUN_ENDED,
        PRG_ARGS(prg_integer(outcome->code), prg_number(all->clock[event->index].seconds, 1)),
        false);
}

void running_tell(void *context, const prg_job_event *event) {
  running *all = context;
  const char *name = event->job->section->name;
  running_clock *clock = &all->clock[event->index];
  switch (event->kind) {
  case PRG_JOB_STARTS:
    clock->began = seconds();
    say_message(all, name, PRG_TEXT_RUN_STARTS, NULL, false);
    break;
  case PRG_JOB_SAYS:
    say(all, name, without_name(event->text));
    break;
  case PRG_JOB_WARNS:
    say_alarm(all, name, PRG_TEXT_RUN_ALARM, event->text);
    break;
  case PRG_JOB_WARNS_LESS:
    say_alarm(all, name, PRG_TEXT_RUN_ALARM_ENDED, event->text);
    break;
  case PRG_JOB_ENDS:
    if (clock->began > 0)
      clock->seconds = seconds() - clock->began;
    say_end(all, event);
    break;
  }
}

typedef struct tally {
  size_t done, unchanged, failed, failed_before, skipped, left_out;
  size_t
      oldest; /* of those that failed before: which has for longest; plan.n: none, or not known */
} tally;

/* Its input was rejected, and nothing has changed since. */
static bool is_rejected_still(const prg_job_outcome *outcome) {
  return outcome->state == PRG_JOB_UNCHANGED && outcome->record.code != 0;
}

static void find_oldest(const running *all, size_t i, size_t *oldest) {
  const char *since = all->outcome[i].record.since;
  if (is_rejected_still(&all->outcome[i]) && since[0] != '\0' &&
      (*oldest == all->plan.n || strcmp(since, all->outcome[*oldest].record.since) < 0))
    *oldest = i;
}

static tally count(const running *all) {
  tally n = {.oldest = all->plan.n};
  for (size_t i = 0; i < all->plan.n; i++) {
    const prg_job_outcome *outcome = &all->outcome[i];
    bool same = outcome->state == PRG_JOB_UNCHANGED;
    n.done += outcome->state == PRG_JOB_DONE;
    n.unchanged += same && outcome->record.code == 0;
    n.failed_before += is_rejected_still(outcome);
    n.failed += outcome->state == PRG_JOB_FAILED;
    n.skipped += outcome->state == PRG_JOB_SKIPPED;
    n.left_out += outcome->state == PRG_JOB_LEFT_OUT;
    find_oldest(all, i, &n.oldest);
  }
  return n;
}

static prg_argument number(size_t n) {
  return prg_integer((long long)n);
}

static void add_oldest(const running *all, size_t i, prg_buffer *words) {
  prg_message message;
  prg_message_set(&message, PRG_TEXT_RUN_OLDEST,
                  PRG_ARGS(prg_string(all->plan.job[i].section->name),
                           prg_string(all->outcome[i].record.since)));
  prg_buffer_add(words, "; ");
  prg_message_write(&message, all->run->language, words);
}

void running_sum_up(running *all) {
  tally n = count(all);
  prg_message message;
  prg_message_set(&message, PRG_TEXT_RUN_SUMMARY,
                  PRG_ARGS(number(all->plan.n - n.left_out), number(n.done), number(n.unchanged),
                           number(n.failed), number(n.failed_before), number(n.skipped)));
  prg_buffer words = {0};
  prg_message_write(&message, all->run->language, &words);
  if (n.oldest < all->plan.n)
    add_oldest(all, n.oldest, &words);
  running_log(all, NULL, prg_buffer_string(&words));
  if (option_is_given(&all->run->options, "verbose"))
    fprintf(stderr, "%s\n", prg_buffer_string(&words));
  prg_buffer_free(&words);
}

/* --- the plan --- */

static void add_list(prg_text_table *table, const char *const *text, size_t n) {
  prg_buffer cell = {0};
  for (size_t i = 0; i < n; i++)
    prg_buffer_printf(&cell, i == 0 ? "%s" : ", %s", text[i]);
  prg_text_table_add(table, prg_buffer_string(&cell));
  prg_buffer_free(&cell);
}

static void add_after(prg_text_table *table, const running *all, const prg_job *job) {
  prg_buffer cell = {0};
  for (size_t i = 0; i < job->n_after; i++)
    prg_buffer_printf(&cell, i == 0 ? "%s" : ", %s", all->plan.job[job->after[i]].section->name);
  prg_text_table_add(table, prg_buffer_string(&cell));
  prg_buffer_free(&cell);
}

static prg_text plan_word(const running *all, size_t i) {
  const prg_job *job = &all->plan.job[i];
  if (is_rejected_still(&all->outcome[i]))
    return all->outcome[i].record.since[0] == '\0' ? PRG_TEXT_RUN_PLAN_REJECTED_ONCE
                                                   : PRG_TEXT_RUN_PLAN_REJECTED;
  if (all->outcome[i].state == PRG_JOB_UNCHANGED)
    return PRG_TEXT_RUN_PLAN_UNCHANGED;
  if (all->outcome[i].state == PRG_JOB_SKIPPED)
    return PRG_TEXT_RUN_PLAN_SKIPPED;
  if (all->outcome[i].state == PRG_JOB_LEFT_OUT)
    return PRG_TEXT_RUN_PLAN_LEFT_OUT;
  for (size_t k = 0; k < job->n_after; k++)
    if (all->outcome[job->after[k]].state == PRG_JOB_WAITING)
      return PRG_TEXT_RUN_PLAN_AFTER;
  if (all->outcome[i].record.fingerprint == 0)
    return PRG_TEXT_RUN_PLAN_FIRST;
  return PRG_TEXT_RUN_PLAN_CHANGED;
}

static void add_now(prg_text_table *table, const running *all, size_t i) {
  prg_message message;
  prg_buffer cell = {0};
  prg_message_set(&message, plan_word(all, i), PRG_ARGS(prg_string(all->outcome[i].record.since)));
  prg_message_write(&message, all->run->language, &cell);
  prg_text_table_add(table, prg_buffer_string(&cell));
  prg_buffer_free(&cell);
}

void running_write_plan(const running *all) {
  static const prg_text heading[] = {PRG_TEXT_RUN_PLAN_JOB,    PRG_TEXT_RUN_PLAN_VERB,
                                     PRG_TEXT_RUN_PLAN_READS,  PRG_TEXT_RUN_PLAN_WRITES,
                                     PRG_TEXT_RUN_PLAN_BEFORE, PRG_TEXT_RUN_PLAN_WHAT};
  enum { COLUMNS = sizeof heading / sizeof *heading };
  prg_text_table table;
  prg_text_table_init(&table, COLUMNS);
  for (size_t c = 0; c < COLUMNS; c++) {
    table.right[c] = false;
    prg_text_table_add(&table, prg_text_get(heading[c], all->run->language));
  }
  for (size_t k = 0; k < all->plan.n; k++) {
    size_t i = all->plan.order[k];
    const prg_job *job = &all->plan.job[i];
    prg_text_table_add(&table, job->section->name);
    prg_text_table_add(&table, job->verb);
    add_list(&table, job->input, job->n_input);
    prg_text_table_add(&table, job->output == NULL ? "" : job->output);
    add_after(&table, all, job);
    add_now(&table, all, i);
  }
  prg_text_table_write(&table, &all->run->out);
  prg_text_table_free(&table);
}

/* --- for monitoring --- */

/* The first problem, in words; nothing if there is none. */
static void write_message(prg_json *json, const running *all, const prg_job_outcome *outcome) {
  prg_buffer words = {0};
  if (outcome->error.message.text != PRG_TEXT_NONE)
    prg_error_write(&outcome->error, all->run->language, &words);
  else if (outcome->record.said != NULL)
    prg_buffer_add(&words, without_name(outcome->record.said));
  prg_json_key(json, "message");
  prg_json_string(json, prg_buffer_string(&words));
  prg_buffer_free(&words);
}

static void write_lists(prg_json *json, const prg_job_record *record) {
  prg_json_key(json, "outputs");
  prg_json_array(json, PRG_JSON_FLAT);
  for (size_t i = 0; i < record->n_output; i++)
    prg_json_string(json, record->output[i].path);
  prg_json_close(json);
  prg_json_key(json, "alarms");
  prg_json_array(json, PRG_JSON_FLAT);
  for (size_t i = 0; i < record->n_alarm; i++)
    prg_json_string(json, record->alarm[i].text);
  prg_json_close(json);
}

static void write_job(prg_json *json, const running *all, size_t i) {
  const prg_job_outcome *outcome = &all->outcome[i];
  prg_json_object(json, PRG_JSON_FLAT);
  prg_json_key(json, "job");
  prg_json_string(json, all->plan.job[i].section->name);
  prg_json_key(json, "verb");
  prg_json_string(json, all->plan.job[i].verb);
  prg_json_key(json, "status");
  prg_json_string(json, prg_job_state_name(outcome->state));
  prg_json_key(json, "exit_code");
  prg_json_number(json, outcome->code);
  prg_json_key(json, "last_code"); /* of the job itself, when it last did something */
  prg_json_number(json, outcome->record.code);
  prg_json_key(json, "failing_since"); /* a day; "": it is not, or was not dated */
  prg_json_string(json, outcome->record.since);
  prg_json_key(json, "seconds");
  prg_json_rounded(json, all->clock[i].seconds, 3);
  write_message(json, all, outcome);
  write_lists(json, &outcome->record);
  prg_json_close(json);
}

void running_write_json(const running *all, int code) {
  prg_json json;
  prg_json_init(&json, &all->run->out);
  prg_json_object(&json, PRG_JSON_LINES);
  prg_json_key(&json, "job_file");
  prg_json_string(&json, all->run->options.file[0]);
  prg_json_key(&json, "exit_code");
  prg_json_number(&json, code);
  prg_json_key(&json, "jobs");
  prg_json_array(&json, PRG_JSON_LINES);
  for (size_t k = 0; k < all->plan.n; k++)
    write_job(&json, all, k);
  prg_json_close(&json);
  prg_json_close(&json);
  prg_buffer_add_char(&all->run->out, '\n');
}
