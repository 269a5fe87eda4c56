#include <prognos/job_run.h>

#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include <prognos/atomic_file.h>
#include <prognos/run_lock.h>
#include <prognos/temporary.h>

#include "batch/job_alarm.h"
#include "batch/job_hook.h"
#include "batch/job_memory.h"
#include "batch/job_work.h"

/* A place for a process at a time. */
typedef struct slot {
  bool busy, in_hook;
  size_t index; /* of the job */
  job_process process;
  job_work work;
  job_hook hook;
  prg_buffer stem, message;
  prg_job_record before; /* of the last time */
  prg_job_memory memory;
} slot;

typedef struct run {
  const prg_jobs *jobs;
  prg_job_outcome *outcome;
  prg_run_lock *lock;
  bool is_signed;
  slot *slot; /* shape (parallel) */
  struct pollfd *watched;
  size_t next; /* of plan->order: all before it are settled, or running */
} run;

static const prg_job *job_at(const run *r, size_t i) {
  return &r->jobs->plan->job[i];
}

static void tell(const run *r, prg_job_event_kind kind, size_t i, const char *text) {
  prg_job_event event = {kind, i, job_at(r, i), text, &r->outcome[i]};
  r->jobs->tell(r->jobs->context, &event);
}

static void settle(run *r, size_t i, prg_job_state state, int code) {
  r->outcome[i].state = state;
  r->outcome[i].code = code;
  tell(r, PRG_JOB_ENDS, i, NULL);
}

/* True if what comes after it would have nothing to go on with. */
static bool gave_nothing(const prg_job_outcome *outcome) {
  return outcome->state == PRG_JOB_SKIPPED ||
         ((outcome->state == PRG_JOB_FAILED || outcome->state == PRG_JOB_UNCHANGED) &&
          outcome->record.code != 0 && outcome->record.n_output == 0) ||
         (outcome->state == PRG_JOB_FAILED && outcome->error.status != PRG_OK);
}

static bool is_unsettled(const prg_job_outcome *outcome) {
  return outcome->state == PRG_JOB_WAITING || outcome->state == PRG_JOB_RUNNING;
}

/* The first of those the job comes after that is so; n: none. */
static size_t find_before(const run *r, const prg_job *job,
                          bool (*is_so)(const prg_job_outcome *)) {
  for (size_t k = 0; k < job->n_after; k++)
    if (is_so(&r->outcome[job->after[k]]))
      return job->after[k];
  return r->jobs->plan->n;
}

/* --- one job --- */

static void free_slot(slot *s) {
  job_process_clear(&s->process);
  prg_buffer_free(&s->stem);
  prg_buffer_free(&s->message);
  prg_job_record_clear(&s->before);
  s->busy = s->in_hook = false;
}

static void fail_job(run *r, slot *s, const prg_error *error) {
  prg_job_outcome *outcome = &r->outcome[s->index];
  if (outcome->error.status == PRG_OK)
    outcome->error = *error;
  outcome->record.fingerprint = 0; /* it is to be tried again */
}

/* Before the first job is run, once: what killed runs left, and who is at work. */
static void roll_up_sleeves(run *r) {
  if (r->is_signed)
    return;
  r->is_signed = true;
  prg_run_lock_sign(r->lock, r->jobs->holder);
  prg_temporary_clean(r->jobs->state);
  prg_temporary_clean("/tmp");
}

static void start_job(run *r, slot *s, size_t i) {
  prg_error error;
  const prg_job *job = job_at(r, i);
  roll_up_sleeves(r);
  job_memory_clean(job);
  r->outcome[i].state = PRG_JOB_RUNNING;
  tell(r, PRG_JOB_STARTS, i, NULL);
  s->work = (job_work){r->jobs, job, &s->memory, s->before.fingerprint};
  s->work.fingerprint = job_memory_fingerprint(job, r->jobs->manner);
  if (job_process_start(&s->process, job_work_do, &s->work, job->time_limit, &error) == PRG_OK)
    return;
  fail_job(r, s, &error);
  settle(r, i, PRG_JOB_FAILED, prg_status_exit_code(error.status));
  free_slot(s);
}

/* Starts the job in a free slot, or finds that there is nothing to do. */
static void consider(run *r, slot *s, size_t i) {
  const prg_job *job = job_at(r, i);
  *s = (slot){.busy = true, .index = i};
  s->process.report_end = s->process.talk_end = -1;
  job_memory_stem(job->section->name, &s->stem);
  s->memory = (prg_job_memory){r->jobs->state, prg_buffer_string(&s->stem)};
  job_memory_recall(&s->memory, &s->before);
  if (!prg_job_record_holds(&s->before, job_memory_fingerprint(job, r->jobs->manner))) {
    start_job(r, s, i);
    return;
  }
  r->outcome[i].record = s->before;
  s->before = (prg_job_record){0};
  settle(r, i, PRG_JOB_UNCHANGED, 0);
  free_slot(s);
}

/* That the other one gave nothing is news, or was told when it was. */
static void skip(run *r, size_t i, size_t because) {
  const prg_job_outcome *other = &r->outcome[because];
  bool is_news = other->state == PRG_JOB_FAILED || other->error.message.text != PRG_TEXT_NONE;
  if (is_news)
    prg_fail(&r->outcome[i].error, PRG_TEXT_JOB_SKIPPED,
             PRG_ARGS(prg_string(job_at(r, because)->section->name)));
  settle(r, i, PRG_JOB_SKIPPED, 0);
}

/* Every line it said; the record keeps the first. */
static void tell_lines(run *r, slot *s) {
  char *text = s->process.talk.data, *line;
  while (text != NULL && (line = strsep(&text, "\n")) != NULL) {
    if (*line == '\0')
      continue;
    prg_job_record_said(&r->outcome[s->index].record, line);
    tell(r, PRG_JOB_SAYS, s->index, line);
  }
}

/* How its process ended: the exit code, or why there is none. */
static int exit_code(run *r, slot *s) {
  prg_error error;
  if (!s->process.is_late && WIFEXITED(s->process.how))
    return WEXITSTATUS(s->process.how);
  if (s->process.is_late)
    prg_fail(
        &error, PRG_TEXT_JOB_LATE,
        PRG_ARGS(prg_number(s->in_hook ? JOB_HOOK_SECONDS : job_at(r, s->index)->time_limit, -1)));
  else
    prg_fail(&error, PRG_TEXT_JOB_KILLED, PRG_ARGS(prg_integer(WTERMSIG(s->process.how))));
  fail_job(r, s, &error);
  return prg_status_exit_code(PRG_EIO);
}

/* All that was to be told is told: what was learnt becomes the state. */
static void close_job(run *r, slot *s) {
  prg_job_outcome *outcome = &r->outcome[s->index];
  prg_error error;
  job_alarm_forget_news(&outcome->record);
  if (outcome->error.status == PRG_OK &&
      (job_memory_turn(&s->memory, &error) != PRG_OK ||
       job_memory_keep(&s->memory, &outcome->record, &error) != PRG_OK))
    fail_job(r, s, &error);
  if (outcome->error.status != PRG_OK) {
    job_memory_drop(&s->memory);
    job_memory_clean(job_at(r, s->index));
    memcpy(outcome->record.since, s->before.since, sizeof s->before.since); /* what is remembered */
  }
  int code =
      outcome->error.status != PRG_OK ? prg_status_exit_code(outcome->error.status) : outcome->code;
  bool fine = code == 0 || code == prg_status_exit_code(PRG_EALARM);
  settle(r, s->index, fine ? PRG_JOB_DONE : PRG_JOB_FAILED, code);
  free_slot(s);
}

/* What is new about the alarms is told, and handed to the hook: true if that is running now. */
static bool raise_alarms(run *r, slot *s) {
  prg_job_outcome *outcome = &r->outcome[s->index];
  const prg_job *job = job_at(r, s->index);
  job_alarm_news news;
  job_alarm_compare(&s->before, &outcome->record, &news);
  for (size_t i = 0; i < news.n; i++) {
    bool ended = news.item[i].ended;
    tell(r, ended ? PRG_JOB_WARNS_LESS : PRG_JOB_WARNS, s->index, news.item[i].text);
    prg_buffer_printf(&s->message, "%s %s\n", ended ? "-" : "!", news.item[i].text);
    if (!ended && outcome->code == 0)
      outcome->code = prg_status_exit_code(PRG_EALARM);
  }
  bool any = news.n > 0;
  free(news.item);
  if (!any || job->hook == NULL)
    return false;
  prg_error error;
  s->in_hook = true;
  s->hook = (job_hook){job->hook, job->section->name, prg_buffer_string(&s->message)};
  if (job_process_start(&s->process, job_hook_work, &s->hook, JOB_HOOK_SECONDS, &error) == PRG_OK)
    return true;
  fail_job(r, s, &error);
  return false;
}

static void end_job(run *r, slot *s) {
  prg_job_outcome *outcome = &r->outcome[s->index];
  prg_error error;
  bool whole = prg_job_record_parse(&outcome->record, prg_buffer_string(&s->process.report),
                                    s->process.report.length);
  tell_lines(r, s);
  outcome->code = exit_code(r, s);
  if (outcome->error.status == PRG_OK && !whole) {
    prg_fail(&error, PRG_TEXT_JOB_NO_REPORT, NULL);
    fail_job(r, s, &error);
  }
  outcome->record.code = outcome->code;
  prg_job_record_date(&outcome->record, &s->before, r->jobs->today);
  job_process_clear(&s->process);
  if (outcome->error.status != PRG_OK || !raise_alarms(r, s))
    close_job(r, s);
}

/* A message that did not arrive is sent again next time. */
static void end_hook(run *r, slot *s) {
  prg_error error;
  tell_lines(r, s);
  int code = exit_code(r, s);
  if (code != 0) {
    prg_fail(&error, PRG_TEXT_JOB_HOOK, PRG_ARGS(prg_string(s->hook.program), prg_integer(code)));
    fail_job(r, s, &error);
  }
  close_job(r, s);
}

/* --- all jobs --- */

static slot *free_one(run *r) {
  for (size_t k = 0; k < r->jobs->parallel; k++)
    if (!r->slot[k].busy)
      return &r->slot[k];
  return NULL;
}

/* The first job that can be considered; n: none for now. */
static size_t next_job(run *r) {
  const prg_job_plan *plan = r->jobs->plan;
  while (r->next < plan->n && r->outcome[plan->order[r->next]].state != PRG_JOB_WAITING)
    r->next++;
  for (size_t k = r->next; k < plan->n; k++) {
    size_t i = plan->order[k];
    if (r->outcome[i].state == PRG_JOB_WAITING &&
        find_before(r, job_at(r, i), is_unsettled) == plan->n)
      return i;
  }
  return plan->n;
}

static void start_some(run *r) {
  size_t n = r->jobs->plan->n, i;
  slot *s;
  while ((s = free_one(r)) != NULL && (i = next_job(r)) < n) {
    size_t because = find_before(r, job_at(r, i), gave_nothing);
    if (because < n)
      skip(r, i, because);
    else
      consider(r, s, i);
  }
}

/* Waits until something happens. False if the run is to end. */
static bool watch(run *r) {
  size_t n = 0;
  int patience = -1;
  r->watched[n++] = (struct pollfd){.fd = r->jobs->stop, .events = POLLIN};
  for (size_t k = 0; k < r->jobs->parallel; k++) {
    if (!r->slot[k].busy)
      continue;
    int its = job_process_patience(&r->slot[k].process);
    patience = patience < 0 || its < patience ? its : patience;
    job_process_watch(&r->slot[k].process, &r->watched[n]);
    n += 2;
  }
  poll(r->watched, n, patience);
  return (r->watched[0].revents & POLLIN) == 0;
}

static bool is_busy(const run *r) {
  for (size_t k = 0; k < r->jobs->parallel; k++)
    if (r->slot[k].busy)
      return true;
  return false;
}

/* No process is left, and nothing half-made. */
static void stop_all(run *r) {
  for (size_t k = 0; k < r->jobs->parallel; k++) {
    slot *s = &r->slot[k];
    if (!s->busy)
      continue;
    job_process_stop(&s->process);
    job_memory_clean(job_at(r, s->index));
    job_memory_drop(&s->memory);
    settle(r, s->index, PRG_JOB_STOPPED, prg_status_exit_code(PRG_EIO));
    free_slot(s);
  }
  prg_temporary_clean(r->jobs->state);
  prg_temporary_clean("/tmp");
  for (size_t i = 0; i < r->jobs->plan->n; i++)
    if (r->outcome[i].state == PRG_JOB_WAITING)
      r->outcome[i].state = PRG_JOB_STOPPED;
}

static prg_status run_all(run *r, prg_error *error) {
  start_some(r);
  while (is_busy(r)) {
    if (!watch(r)) {
      stop_all(r);
      return prg_fail(error, PRG_TEXT_JOBS_STOPPED, NULL);
    }
    for (size_t k = 0; k < r->jobs->parallel; k++) {
      slot *s = &r->slot[k];
      if (s->busy && job_process_attend(&s->process))
        (s->in_hook ? end_hook : end_job)(r, s);
    }
    start_some(r);
  }
  return PRG_OK;
}

static void set_waiting(const prg_jobs *jobs, prg_job_outcome *outcome) {
  for (size_t i = 0; i < jobs->plan->n; i++)
    outcome[i].state = jobs->chosen == NULL || jobs->chosen[i] ? PRG_JOB_WAITING : PRG_JOB_LEFT_OUT;
}

static prg_status take_lock(run *r, prg_error *error) {
  prg_buffer path = {0};
  prg_buffer_printf(&path, "%s/lock", r->jobs->state);
  prg_status status = prg_make_directory(r->jobs->state, error);
  if (status == PRG_OK)
    status = prg_run_lock_take(prg_buffer_string(&path), &r->lock, error);
  prg_buffer_free(&path);
  return status;
}

prg_status prg_jobs_run(const prg_jobs *jobs, prg_job_outcome *outcome, prg_error *error) {
  run r = {.jobs = jobs, .outcome = outcome};
  set_waiting(jobs, outcome);
  r.slot = calloc(jobs->parallel, sizeof *r.slot);
  r.watched = calloc(1 + 2 * jobs->parallel, sizeof *r.watched);
  prg_status status = r.slot == NULL || r.watched == NULL
                          ? prg_fail(error, PRG_TEXT_NO_MEMORY, NULL)
                          : take_lock(&r, error);
  if (status == PRG_OK)
    status = run_all(&r, error);
  prg_run_lock_give(r.lock);
  free(r.slot);
  free(r.watched);
  return status;
}

/* A job that comes after one that would be run might have to be run, too: its input is not there
 * yet. */
static bool would_run(const run *r, size_t i) {
  const prg_job *job = job_at(r, i);
  prg_buffer stem = {0};
  job_memory_stem(job->section->name, &stem);
  prg_job_memory memory = {r->jobs->state, prg_buffer_string(&stem)};
  job_memory_recall(&memory, &r->outcome[i].record);
  prg_buffer_free(&stem);
  return find_before(r, job, is_unsettled) < r->jobs->plan->n ||
         !prg_job_record_holds(&r->outcome[i].record, job_memory_fingerprint(job, r->jobs->manner));
}

prg_status prg_jobs_look(const prg_jobs *jobs, prg_job_outcome *outcome, prg_error *error) {
  run r = {.jobs = jobs, .outcome = outcome};
  (void)error;
  set_waiting(jobs, outcome);
  for (size_t k = 0; k < jobs->plan->n; k++) {
    size_t i = jobs->plan->order[k];
    if (outcome[i].state != PRG_JOB_WAITING)
      continue;
    bool runs = would_run(&r, i);
    if (find_before(&r, job_at(&r, i), gave_nothing) < jobs->plan->n) {
      outcome[i].state = PRG_JOB_SKIPPED;
    } else if (!runs) {
      outcome[i].state = PRG_JOB_UNCHANGED;
      outcome[i].code = outcome[i].record.code;
    }
  }
  return PRG_OK;
}

/* --- outcomes --- */

static const char *const state_name[PRG_JOB_STATES] = {
    "left-out", "waiting", "running", "done", "unchanged", "failed", "skipped", "stopped"};

const char *prg_job_state_name(prg_job_state state) {
  return state_name[state];
}

int prg_jobs_code(const prg_job_outcome *outcome, size_t n) {
  static const int worst_first[] = {1, 2, 3, 4, 10};
  for (size_t k = 0; k < sizeof worst_first / sizeof *worst_first; k++)
    for (size_t i = 0; i < n; i++)
      if (outcome[i].code == worst_first[k])
        return worst_first[k];
  for (size_t i = 0; i < n; i++)
    if (outcome[i].code != 0)
      return 1;
  return 0;
}

void prg_job_outcomes_clear(prg_job_outcome *outcome, size_t n) {
  for (size_t i = 0; i < n; i++)
    prg_job_record_clear(&outcome[i].record);
}
