#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <prognos/source.h>

#include "cli/running.h"

#define PROBLEMS 20 /* told one by one */
#define PARALLEL_MAX 256

static prg_status fail_on(const char *path, prg_text text, prg_error *error) {
  return prg_fail_at(error, path, 0, 0, text, PRG_ARGS(prg_system_reason(errno)));
}

/* Every problem that there is; the last one is left to be told by main. */
static prg_status tell_problems(command *run, const prg_job_plan *plan, prg_error *error) {
  size_t told = plan->n_problem <= PROBLEMS ? plan->n_problem - 1 : PROBLEMS;
  for (size_t i = 0; i < told; i++)
    command_tell_error(run, &plan->problem[i]);
  *error = plan->problem[told];
  if (told == PROBLEMS)
    prg_fail(error, PRG_TEXT_RUN_MORE_PROBLEMS,
             PRG_ARGS(prg_integer((long long)(plan->n_problem - told))));
  return error->status;
}

/* The options of the run that its file gives, where the command line does not. */
static prg_status add_run_options(command *run, const prg_job_plan *plan, prg_error *error) {
  prg_status status = PRG_OK;
  for (size_t i = 0; i < plan->n_run_option && status == PRG_OK; i++) {
    const prg_setting *setting = plan->run_option[i];
    if (!option_is_given(&run->options, setting->key))
      status = option_add(&run->options, setting->key, setting->value, error);
  }
  const char *language = option_string(&run->options, "lang");
  run->language = strcmp(language, "en") == 0 ? PRG_ENGLISH : PRG_SWEDISH;
  return status;
}

/* --job, once for each. */
static prg_status choose(running *all, prg_error *error) {
  const option_set *options = &all->run->options;
  const char *name;
  bool any = option_is_given(options, "job");
  for (size_t i = 0; i < all->plan.n; i++)
    all->chosen[i] = !any;
  for (size_t k = 0; (name = option_repeated(options, "job", k)) != NULL; k++) {
    size_t i = prg_job_plan_find(&all->plan, name);
    if (i == all->plan.n)
      return prg_fail(error, PRG_TEXT_RUN_NO_JOB, PRG_ARGS(prg_string(name)));
    all->chosen[i] = true;
  }
  return PRG_OK;
}

/* The path of an option given on the command line, seen from anywhere; one from the file is seen
 * from there. */
static void add_path(const command *run, const prg_job_plan *plan, const char *key,
                     const char *initial, prg_buffer *path) {
  const char *value = option_string(&run->options, key);
  bool in_file = false;
  for (size_t i = 0; i < plan->n_run_option; i++)
    in_file = in_file || plan->run_option[i]->value == value;
  char *here = value == NULL || in_file || *value == '/' ? NULL : getcwd(NULL, 0);
  if (here != NULL)
    prg_buffer_printf(path, "%s/", here);
  free(here);
  prg_buffer_add(path, value == NULL ? initial : value);
}

static prg_status open_log(running *all, const char *path, prg_error *error) {
  all->log = -1;
  if (*path == '\0' || option_is_given(&all->run->options, "dry-run"))
    return PRG_OK;
  all->log = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0666);
  return all->log < 0 ? fail_on(path, PRG_TEXT_CANNOT_WRITE, error) : PRG_OK;
}

/* Paths in a job file are relative to it. */
static prg_status go_to(const char *file, prg_error *error) {
  const char *slash = strrchr(file, '/');
  if (slash == NULL)
    return PRG_OK;
  char *directory = strndup(file, slash == file ? 1 : (size_t)(slash - file));
  if (directory == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  prg_status status =
      chdir(directory) == 0 ? PRG_OK : fail_on(directory, PRG_TEXT_CANNOT_OPEN, error);
  free(directory);
  return status;
}

/* From now on these signals are something to read: the run ends as it should. */
static int watch_signals(void) {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGHUP);
  sigprocmask(SIG_BLOCK, &signals, NULL);
  return signalfd(-1, &signals, SFD_CLOEXEC | SFD_NONBLOCK);
}

static size_t parallel(const command *run) {
  if (option_string(&run->options, "parallel") != NULL)
    return (size_t)option_integer(&run->options, "parallel");
  long cores = sysconf(_SC_NPROCESSORS_ONLN);
  return cores < 1 ? 1 : cores > PARALLEL_MAX ? PARALLEL_MAX : (size_t)cores;
}

/* What else than its own options a job's results depend on. */
static void add_manner(const command *run, prg_buffer *manner) {
  const char *today = option_string(&run->options, "today");
  prg_buffer_printf(manner, "%s %s", option_string(&run->options, "lang"),
                    today == NULL ? "" : today);
}

static prg_status status_of(int code) {
  static const prg_status statuses[] = {PRG_OK, PRG_EUSAGE, PRG_EINPUT, PRG_EREFUSED, PRG_EALARM};
  for (size_t i = 0; i < sizeof statuses / sizeof *statuses; i++)
    if (prg_status_exit_code(statuses[i]) == code)
      return statuses[i];
  return PRG_EIO;
}

static prg_status run_jobs(running *all, const prg_jobs *jobs, prg_error *error) {
  prg_status status = prg_jobs_run(jobs, all->outcome, error);
  int code =
      status == PRG_OK ? prg_jobs_code(all->outcome, all->plan.n) : prg_status_exit_code(status);
  if (status != PRG_ELOCKED)
    running_sum_up(all);
  if (all->log_failed && status == PRG_OK) {
    prg_error problem;
    prg_fail(&problem, PRG_TEXT_RUN_LOG, NULL);
    command_tell_error(all->run, &problem);
    code = code == 0 ? prg_status_exit_code(PRG_EIO) : code;
  }
  if (strcmp(option_string(&all->run->options, "format"), "json") == 0)
    running_write_json(all, code);
  all->run->worst = status_of(code);
  return status;
}

static prg_status look_at_jobs(running *all, const prg_jobs *jobs, prg_error *error) {
  prg_status status = prg_jobs_look(jobs, all->outcome, error);
  int code = prg_jobs_code(all->outcome, all->plan.n);
  if (strcmp(option_string(&all->run->options, "format"), "json") == 0)
    running_write_json(all, code);
  else
    running_write_plan(all);
  all->run->worst = status_of(code);
  return status;
}

static prg_status do_run(running *all, const char *state, prg_error *error) {
  command *run = all->run;
  prg_buffer holder = {0}, manner = {0};
  prg_buffer_printf(&holder, "%s ", prg_text_get(PRG_TEXT_RUN_SINCE, run->language));
  running_now(&holder);
  add_manner(run, &manner);
  prg_jobs jobs = {.plan = &all->plan,
                   .chosen = all->chosen,
                   .state = state,
                   .holder = prg_buffer_string(&holder),
                   .manner = prg_buffer_string(&manner),
                   .today = run->today,
                   .parallel = parallel(run),
                   .stop = watch_signals(),
                   .work = running_work,
                   .tell = running_tell,
                   .context = all};
  prg_status status = option_is_given(&run->options, "dry-run") ? look_at_jobs(all, &jobs, error)
                                                                : run_jobs(all, &jobs, error);
  if (jobs.stop >= 0)
    close(jobs.stop);
  prg_buffer_free(&holder);
  prg_buffer_free(&manner);
  return status;
}

/* Where the run's own files are, while the paths of the command line are still those. */
static prg_status run_in_its_place(running *all, const char *file, prg_error *error) {
  const char *slash = strrchr(file, '/');
  prg_buffer initial = {0}, state = {0}, log = {0};
  prg_buffer_printf(&initial, "%s.state", slash == NULL ? file : slash + 1);
  add_path(all->run, &all->plan, "state", prg_buffer_string(&initial), &state);
  add_path(all->run, &all->plan, "log", "", &log);
  int here = open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  prg_status status = go_to(file, error);
  if (status == PRG_OK)
    status = open_log(all, prg_buffer_string(&log), error);
  if (status == PRG_OK)
    status = do_run(all, prg_buffer_string(&state), error);
  if (here >= 0) { /* --output is relative to it */
    if (fchdir(here) != 0 && status == PRG_OK)
      status = fail_on(".", PRG_TEXT_CANNOT_OPEN, error);
    close(here);
  }
  if (all->log >= 0)
    close(all->log);
  prg_buffer_free(&initial);
  prg_buffer_free(&state);
  prg_buffer_free(&log);
  return status;
}

static prg_status run_plan(running *all, const char *file, prg_error *error) {
  size_t n = all->plan.n;
  prg_status status = add_run_options(all->run, &all->plan, error);
  all->chosen = calloc(n, sizeof *all->chosen);
  all->outcome = calloc(n, sizeof *all->outcome);
  all->clock = calloc(n, sizeof *all->clock);
  if (all->chosen == NULL || all->outcome == NULL || all->clock == NULL)
    status = prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  if (status == PRG_OK)
    status = choose(all, error);
  if (status == PRG_OK)
    status = run_in_its_place(all, file, error);
  if (all->outcome != NULL)
    prg_job_outcomes_clear(all->outcome, n);
  free(all->chosen);
  free(all->outcome);
  free(all->clock);
  return status;
}

static prg_status read_jobs(const char *path, prg_job_file *file, prg_error *error) {
  prg_buffer bytes = {0};
  *file = (prg_job_file){0};
  prg_status status = prg_source_read(path, &bytes, error);
  if (status == PRG_OK)
    status = prg_job_file_read(path, prg_buffer_string(&bytes), bytes.length, prg_source_read, file,
                               error);
  prg_buffer_free(&bytes);
  return status;
}

static prg_status run_run(command *run, prg_error *error) {
  if (run->options.n_file != 1 || strcmp(run->options.file[0], "-") == 0)
    return prg_fail(error, PRG_TEXT_RUN_ONE_FILE, NULL);
  const char *path = run->options.file[0];
  prg_job_file file;
  running all = {.run = run, .log = -1};
  prg_status status = read_jobs(path, &file, error);
  if (status == PRG_OK)
    status = prg_job_plan_make(&file, &running_verbs, &all.plan, error);
  if (status == PRG_OK && all.plan.n_problem > 0)
    status = tell_problems(run, &all.plan, error);
  if (status == PRG_OK)
    status = run_plan(&all, path, error);
  prg_job_plan_clear(&all.plan);
  prg_job_file_clear(&file);
  return status;
}

static const option_row options[] = {
    FLAG_OPTION("dry-run", 'n', DRY_RUN),
    TEXT_OPTION("job", 'j', NULL, NAME, JOB),
    INTEGER_OPTION("parallel", 0, NULL, 1, PARALLEL_MAX, PARALLEL),
    TEXT_OPTION("state", 0, NULL, DIRECTORY, STATE),
    TEXT_OPTION("log", 0, NULL, FILE, LOG),
    FLAG_OPTION("verbose", 'v', VERBOSE),
    CHOICE_OPTION("format", 'f', "text", "text|json", FORMAT_RUN),
    COMMON_OPTIONS,
};

const verb verb_run = {
    .name = "run",
    .summary = PRG_TEXT_SUMMARY_RUN,
    .operands = PRG_TEXT_OPERANDS_JOBS,
    .options = options,
    .run = run_run,
};
