#include <prognos/job_plan.h>

#include <stdlib.h>
#include <string.h>

#include <prognos/nearest.h>
#include <prognos/number.h>

#include "batch/job_order.h"
#include "batch/plan_making.h"

prg_status plan_problem(plan_making *m, const prg_setting *at, prg_text text,
                        const prg_argument *arguments) {
  prg_error problem;
  prg_fail_at(&problem, at->file, at->line, 0, text, arguments);
  return plan_add_problem(m, &problem);
}

prg_status plan_add_problem(plan_making *m, const prg_error *problem) {
  prg_job_plan *plan = m->plan;
  prg_error *more = realloc(plan->problem, (plan->n_problem + 1) * sizeof *more);
  if (more == NULL)
    return m->status = prg_fail(m->error, PRG_TEXT_NO_MEMORY, NULL);
  plan->problem = more;
  plan->problem[plan->n_problem++] = *problem;
  return PRG_OK;
}

/* One more of an owned array of pointers; false without memory. */
static bool add_pointer(plan_making *m, void *array, size_t *n, const void *item) {
  const void **old, **more;
  memcpy(&old, array, sizeof old);
  more = realloc(old, (*n + 1) * sizeof *more);
  if (more == NULL) {
    m->status = prg_fail(m->error, PRG_TEXT_NO_MEMORY, NULL);
    return false;
  }
  more[(*n)++] = item;
  memcpy(array, &more, sizeof more);
  // cppcheck-suppress memleak ; it is where the array is now
  return true;
}

/* A piece of a value, as a string of its own; NULL without memory. */
static const char *keep_piece(plan_making *m, const char *text, size_t n) {
  char *copy = strndup(text, n);
  if (copy == NULL)
    m->status = prg_fail(m->error, PRG_TEXT_NO_MEMORY, NULL);
  else if (!add_pointer(m, &m->plan->string, &m->plan->n_string, copy))
    free(copy);
  return m->status == PRG_OK ? copy : NULL;
}

static void add_input(plan_making *m, prg_job *job, const prg_setting *setting, const char *path) {
  if (path == NULL)
    return;
  if (*path == '\0' || strcmp(path, "-") == 0)
    plan_problem(m, setting, PRG_TEXT_JOB_INPUT, PRG_ARGS(prg_string(path)));
  else
    add_pointer(m, &job->input, &job->n_input, path);
}

/* a.csv "b c.csv" d.csv */
static void add_inputs(plan_making *m, prg_job *job, const prg_setting *setting) {
  const char *text = setting->value;
  for (text += strspn(text, " \t"); *text != '\0'; text += strspn(text, " \t")) {
    bool quoted = *text == '"';
    text += quoted;
    size_t n = strcspn(text, quoted ? "\"" : " \t");
    if (quoted && text[n] == '\0') {
      plan_problem(m, setting, PRG_TEXT_JOB_QUOTE, PRG_ARGS(prg_string(setting->value)));
      return;
    }
    add_input(m, job, setting, keep_piece(m, text, n));
    text += n + quoted;
  }
}

static bool read_choice(plan_making *m, const prg_setting *setting, bool *chosen) {
  static const char *const words[] = {"yes", "ja", "true", "1", "no", "nej", "false", "0"};
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    if (strcmp(setting->value, words[i]) == 0) {
      *chosen = i < 4;
      return true;
    }
  }
  plan_problem(m, setting, PRG_TEXT_JOB_FLAG,
               PRG_ARGS(prg_string(setting->key), prg_string(setting->value)));
  return false;
}

static void set_time_limit(plan_making *m, prg_job *job, const prg_setting *setting) {
  double seconds;
  if (prg_number_parse(setting->value, strlen(setting->value), '.', &seconds) && seconds >= 1 &&
      seconds <= PRG_JOB_SECONDS_MOST)
    job->time_limit = seconds;
  else
    plan_problem(m, setting, PRG_TEXT_JOB_TIMEOUT,
                 PRG_ARGS(prg_string(setting->value), prg_integer(PRG_JOB_SECONDS_MOST)));
}

static void set_alarm(plan_making *m, prg_job *job, const prg_setting *setting, bool *alarm) {
  bool chosen = false;
  bool can = m->verbs->has_alarm(job->verb, setting->key);
  if (!can && setting->file != NULL && !m->in_defaults)
    plan_problem(m, setting, PRG_TEXT_JOB_NO_ALARM,
                 PRG_ARGS(prg_string(job->verb), prg_string(setting->key)));
  else if (read_choice(m, setting, &chosen) && can)
    *alarm = chosen;
}

static const char *const job_keys[] = {"verb", "files",          "input",       "after", "timeout",
                                       "hook", "alarm-revision", "alarm-moved", NULL};

static bool is_job_key(const char *key) {
  for (size_t i = 0; job_keys[i] != NULL; i++)
    if (strcmp(job_keys[i], key) == 0)
      return true;
  return false;
}

static void set_job_key(plan_making *m, prg_job *job, const prg_setting *setting) {
  const char *key = setting->key;
  if (strcmp(key, "files") == 0)
    add_inputs(m, job, setting);
  else if (strcmp(key, "input") == 0)
    add_input(m, job, setting, setting->value);
  else if (strcmp(key, "timeout") == 0)
    set_time_limit(m, job, setting);
  else if (strcmp(key, "hook") == 0)
    job->hook = setting->value;
  else if (strcmp(key, "alarm-revision") == 0)
    set_alarm(m, job, setting, &job->alarm_revision);
  else if (strcmp(key, "alarm-moved") == 0)
    set_alarm(m, job, setting, &job->alarm_moved);
  /* "verb" is known by now, "after" needs all the jobs */
}

static void unknown_key(plan_making *m, const char *verb, const prg_setting *setting) {
  prg_nearest nearest = {setting->key, NULL, 0};
  const char *known;
  for (size_t i = 0; *verb != '\0' && job_keys[i] != NULL; i++)
    prg_nearest_try(&nearest, job_keys[i]);
  for (size_t i = 0; (known = m->verbs->key(verb, i)) != NULL; i++)
    prg_nearest_try(&nearest, known);
  prg_text text = *verb == '\0' ? PRG_TEXT_JOB_RUN_KEY : PRG_TEXT_JOB_KEY;
  if (nearest.found != NULL)
    text = *verb == '\0' ? PRG_TEXT_JOB_RUN_KEY_NEAR : PRG_TEXT_JOB_KEY_NEAR;
  plan_problem(m, setting, text,
               PRG_ARGS(prg_string(setting->key), prg_string(verb),
                        prg_string(nearest.found == NULL ? "" : nearest.found)));
}

/* True if it is an option that is to be given: a flag that is not wanted is not. */
static bool check_option(plan_making *m, const char *verb, const prg_setting *setting) {
  bool chosen = false;
  if (m->verbs->kind(verb, setting->key) == PRG_KEY_FLAG)
    return read_choice(m, setting, &chosen) && chosen;
  prg_error error;
  if (m->verbs->check(verb, setting->key, setting->value, &error) == PRG_OK)
    return true;
  plan_problem(m, setting, error.message.text, error.message.argument);
  return false;
}

static void set_option(plan_making *m, prg_job *job, const prg_setting *setting) {
  prg_key_kind kind = m->verbs->kind(job->verb, setting->key);
  if (kind == PRG_KEY_UNKNOWN) {
    if (!m->in_defaults) /* defaults are for those verbs that have them */
      unknown_key(m, job->verb, setting);
  } else if (check_option(m, job->verb, setting) &&
             add_pointer(m, &job->option, &job->n_option, setting)) {
    if (strcmp(setting->key, "output") == 0)
      job->output = strcmp(setting->value, "-") == 0 ? NULL : setting->value;
    if (m->verbs->is_directory(job->verb, setting->key))
      add_pointer(m, &job->directory, &job->n_directory, setting->value);
  }
}

static bool has_key(const prg_job_section *section, const char *key) {
  for (size_t i = 0; i < section->n; i++)
    if (strcmp(section->setting[i].key, key) == 0)
      return true;
  return false;
}

/* `files` and `input` are two ways of saying the same. */
static bool overrides(const prg_job_section *section, const char *key) {
  bool names_input = strcmp(key, "files") == 0 || strcmp(key, "input") == 0;
  return names_input ? has_key(section, "files") || has_key(section, "input")
                     : has_key(section, key);
}

static void set_all(plan_making *m, prg_job *job, const prg_job_section *section) {
  for (size_t i = 0; i < section->n && m->status == PRG_OK; i++) {
    const prg_setting *setting = &section->setting[i];
    if (m->in_defaults && overrides(job->section, setting->key))
      continue;
    if (is_job_key(setting->key))
      set_job_key(m, job, setting);
    else
      set_option(m, job, setting);
  }
}

static const prg_setting *last_of(const prg_job_section *section, const char *key) {
  for (size_t i = section->n; i-- > 0;)
    if (strcmp(section->setting[i].key, key) == 0)
      return &section->setting[i];
  return NULL;
}

/* Sets job->verb; false, and told, if there is none that can be run. */
static bool find_verb(plan_making *m, prg_job *job) {
  prg_setting here = {.file = job->section->file, .line = job->section->line};
  const prg_setting *setting = last_of(job->section, "verb");
  const char *known;
  if (setting == NULL)
    setting = last_of(&m->file->defaults, "verb");
  if (setting == NULL) {
    plan_problem(m, &here, PRG_TEXT_JOB_NO_VERB, PRG_ARGS(prg_string(job->section->name)));
    return false;
  }
  prg_nearest nearest = {setting->value, NULL, 0};
  for (size_t i = 0; (known = m->verbs->verb(i)) != NULL; i++) {
    if (strcmp(known, setting->value) == 0) {
      job->verb = known;
      return true;
    }
    prg_nearest_try(&nearest, known);
  }
  plan_problem(
      m, setting, nearest.found == NULL ? PRG_TEXT_JOB_VERB : PRG_TEXT_JOB_VERB_NEAR,
      PRG_ARGS(prg_string(setting->value), prg_string(nearest.found == NULL ? "" : nearest.found)));
  return false;
}

static bool raises_alarms(const prg_job *job) {
  for (size_t i = 0; i < job->n_option; i++)
    if (strcmp(job->option[i]->key, "alarm") == 0)
      return true;
  return false;
}

static void check_job(plan_making *m, const prg_job *job) {
  prg_setting here = {.file = job->section->file, .line = job->section->line};
  prg_argument name = prg_string(job->section->name);
  if (job->n_input == 0)
    plan_problem(m, &here, PRG_TEXT_JOB_NO_INPUT, PRG_ARGS(name));
  if (job->output == NULL && job->n_directory == 0 && m->verbs->needs_output(job->verb) &&
      !raises_alarms(job))
    plan_problem(m, &here, PRG_TEXT_JOB_NO_OUTPUT, PRG_ARGS(name, prg_string(job->verb)));
  if (job->output == NULL && job->alarm_moved)
    plan_problem(m, &here, PRG_TEXT_JOB_MOVED_NO_OUTPUT, PRG_ARGS(name));
}

static void make_job(plan_making *m, const prg_job_section *section) {
  prg_job *job = &m->plan->job[m->plan->n++];
  *job = (prg_job){.section = section, .verb = "", .time_limit = PRG_JOB_SECONDS};
  if (!find_verb(m, job))
    return;
  job->fills_directory = m->verbs->is_directory(job->verb, "output");
  m->in_defaults = true;
  set_all(m, job, &m->file->defaults);
  m->in_defaults = false;
  set_all(m, job, section);
  if (m->status == PRG_OK)
    check_job(m, job);
}

/* A default that no verb knows is a mistake. */
static void check_defaults(plan_making *m) {
  const prg_job_section *defaults = &m->file->defaults;
  const char *verb;
  for (size_t k = 0; k < defaults->n && m->status == PRG_OK; k++) {
    bool known = is_job_key(defaults->setting[k].key);
    for (size_t i = 0; !known && (verb = m->verbs->verb(i)) != NULL; i++)
      known = m->verbs->kind(verb, defaults->setting[k].key) != PRG_KEY_UNKNOWN;
    if (!known)
      unknown_key(m, "forecast", &defaults->setting[k]);
  }
}

static void check_run(plan_making *m) {
  const prg_job_section *run = &m->file->run;
  for (size_t k = 0; k < run->n && m->status == PRG_OK; k++) {
    if (m->verbs->kind("", run->setting[k].key) == PRG_KEY_UNKNOWN)
      unknown_key(m, "", &run->setting[k]);
    else if (check_option(m, "", &run->setting[k]))
      add_pointer(m, &m->plan->run_option, &m->plan->n_run_option, &run->setting[k]);
  }
}

prg_status prg_job_plan_make(const prg_job_file *file, const prg_job_verbs *verbs,
                             prg_job_plan *plan, prg_error *error) {
  *plan = (prg_job_plan){0};
  plan_making m = {.file = file, .verbs = verbs, .plan = plan, .error = error};
  plan->job = calloc(file->n + 1, sizeof *plan->job);
  plan->order = calloc(file->n + 1, sizeof *plan->order);
  if (plan->job == NULL || plan->order == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  prg_setting here = {.file = file->run.file};
  check_run(&m);
  check_defaults(&m);
  for (size_t i = 0; i < file->n && m.status == PRG_OK; i++)
    make_job(&m, &file->job[i]);
  if (file->n == 0)
    plan_problem(&m, &here, PRG_TEXT_JOB_NONE, NULL);
  if (m.status == PRG_OK)
    job_order_find(&m);
  return m.status;
}

void prg_job_plan_clear(prg_job_plan *plan) {
  for (size_t i = 0; i < plan->n; i++) {
    free(plan->job[i].input);
    free(plan->job[i].option);
    free(plan->job[i].after);
    free(plan->job[i].directory);
  }
  for (size_t i = 0; i < plan->n_string; i++)
    free(plan->string[i]);
  free(plan->run_option);
  free(plan->job);
  free(plan->order);
  free(plan->string);
  free(plan->problem);
  *plan = (prg_job_plan){0};
}

size_t prg_job_plan_find(const prg_job_plan *plan, const char *name) {
  size_t i = 0;
  while (i < plan->n && strcmp(plan->job[i].section->name, name) != 0)
    i++;
  return i;
}
