/* A job's work, in a process of its own. */
#include "cli/running.h"

#include <stdlib.h>
#include <string.h>

#include <prognos/watch.h>

/* The command line that does the same. */
typedef struct job_line {
  char **argument; /* shape (n); what was put together is owned */
  size_t n;
  bool failed;
} job_line;

static void add(job_line *line, const char *first, const char *key, const char *value) {
  prg_buffer text = {0};
  prg_buffer_printf(&text, "%s%s", first, key);
  if (*value != '\0')
    prg_buffer_printf(&text, "=%s", value);
  line->failed = line->failed || text.failed;
  line->argument[line->n++] = text.data;
}

/* An option of the run holds for a job that does not say otherwise. */
static void add_from_run(job_line *line, const command *run, const char *key) {
  if (option_is_given(&run->options, key))
    add(line, "--", key, option_string(&run->options, key));
}

static bool make_line(const command *run, const prg_job *job, job_line *line) {
  *line = (job_line){0};
  line->argument = calloc(job->n_option + job->n_input + 6, sizeof *line->argument);
  if (line->argument == NULL)
    return false;
  add(line, "prognos", "", "");
  add(line, "", job->verb, "");
  add_from_run(line, run, "lang");
  add_from_run(line, run, "today");
  for (size_t i = 0; i < job->n_option; i++) {
    const char *key = job->option[i]->key;
    bool is_flag = running_verbs.kind(job->verb, key) == PRG_KEY_FLAG;
    add(line, "--", key, is_flag ? "" : job->option[i]->value);
  }
  add(line, "--", "", "");
  for (size_t i = 0; i < job->n_input; i++)
    add(line, "", job->input[i], "");
  return !line->failed;
}

static void free_line(job_line *line) {
  for (size_t i = 0; i < line->n; i++)
    free(line->argument[i]);
  free(line->argument);
}

int running_work(void *context, const prg_job *job, const prg_job_memory *memory,
                 prg_job_record *record) {
  const running *all = context;
  job_line line;
  if (!make_line(all->run, job, &line))
    return prg_status_exit_code(PRG_ENOMEM);
  prg_error error;
  prg_error_clear(&error);
  int n = (int)line.n;
  char **argument = calloc(line.n + 1, sizeof *argument); /* getopt changes the order */
  command alone = {.quiet = true, .alarms = record};
  prg_status status = PRG_ENOMEM;
  if (argument != NULL) {
    memcpy(argument, line.argument, line.n * sizeof *argument);
    alone.language = command_language(n, argument);
    command_keep_line(&alone, n, argument);
    status = command_dispatch(&alone, n - 1, argument + 1, &error);
    prg_watch_files(NULL); /* what is compared is the run's own */
    if (status == PRG_OK)
      status = running_compare(&alone, job, memory, &error);
    if (status != PRG_OK)
      command_tell_error(&alone, &error);
  }
  command_abandon(&alone);
  prg_buffer_free(&alone.line);
  prg_buffer_free(&alone.out);
  free(argument);
  free_line(&line);
  return prg_status_exit_code(status != PRG_OK ? status : alone.worst);
}
