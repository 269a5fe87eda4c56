/* The command: the only place that reads the clock, prints and exits. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <csv.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_version.h>

#include <prognos/version.h>

#include "cli/help.h"
#include "cli/scenarios.h"

/* The language must be known before the options are read, to complain about them in it. */
static prg_language early_language(int argc, char **argv) {
  for (int i = 1; i < argc; i++) {
    const char *value = strncmp(argv[i], "--lang=", 7) == 0              ? argv[i] + 7
                        : strcmp(argv[i], "--lang") == 0 && i + 1 < argc ? argv[i + 1]
                                                                         : "";
    if (strcmp(value, "en") == 0)
      return PRG_ENGLISH;
  }
  return PRG_SWEDISH;
}

static void set_today(command *run) {
  const char *given = option_string(&run->options, "today");
  time_t now = time(NULL);
  struct tm calendar;
  if (given != NULL)
    memcpy(run->today, given, 11);
  else if (localtime_r(&now, &calendar) != NULL)
    strftime(run->today, sizeof run->today, "%Y-%m-%d", &calendar);
}

static void keep_command_line(command *run, int argc, char **argv) {
  prg_buffer_add(&run->line, "prognos");
  for (int i = 1; i < argc; i++)
    prg_buffer_printf(&run->line, strpbrk(argv[i], " \t\n'\"\\$`&;") ? " '%s'" : " %s", argv[i]);
}

static prg_status run_verb(command *run, int argc, char **argv, prg_error *error) {
  run->verb = verb_find(argv[0]);
  if (run->verb == NULL)
    return prg_fail(error, PRG_TEXT_VERB_UNKNOWN, PRG_ARGS(prg_string(argv[0])));
  prg_status status = option_parse(&run->options, run->verb->options, argc, argv, false, error);
  if (status != PRG_OK)
    return status;
  run->quiet = option_is_given(&run->options, "quiet");
  set_today(run);
  if (option_is_given(&run->options, "help"))
    help_write_verb(run->verb, run->language, &run->out);
  else if (scenarios_are_asked(run))
    status = scenarios_run(run, error);
  else
    status = run->verb->run(run, error);
  return status == PRG_OK ? command_finish(run, error) : status;
}

static void print_version(prg_buffer *out) {
  prg_buffer_printf(out, "prognos %s (GSL %s, libcsv %d.%d.%d)\n", PRG_VERSION, gsl_version,
                    CSV_MAJOR, CSV_MINOR, CSV_RELEASE);
}

/* prognos [--lang en] VERB …: options before the verb go to the verb. */
static prg_status run_command(command *run, int argc, char **argv, prg_error *error) {
  option_set top;
  prg_status status = option_parse(&top, command_options, argc, argv, true, error);
  if (status != PRG_OK)
    return status;
  if (option_is_given(&top, "version")) {
    print_version(&run->out);
    return command_finish(run, error);
  }
  if (top.n_file == 0 && !option_is_given(&top, "help"))
    return prg_fail(error, PRG_TEXT_VERB_MISSING, NULL);
  if (top.n_file == 0) {
    help_write_all(run->language, &run->out);
    return command_finish(run, error);
  }
  int before = argc - (int)top.n_file; /* move what stands before the verb behind it */
  char **moved = malloc((size_t)(argc + 1) * sizeof *moved);
  if (moved == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  moved[0] = argv[before];
  memcpy(moved + 1, argv + 1, (size_t)(before - 1) * sizeof *moved);
  memcpy(moved + before, argv + before + 1, (size_t)(argc - before) * sizeof *moved);
  status = run_verb(run, argc - 1, moved, error);
  free(moved);
  return status;
}

int main(int argc, char **argv) {
  gsl_set_error_handler_off();
  command run = {.language = early_language(argc, argv)};
  keep_command_line(&run, argc, argv);
  prg_error error;
  prg_error_clear(&error);
  prg_status status = run_command(&run, argc, argv, &error);
  if (status != PRG_OK)
    command_tell_error(&run, &error);
  command_abandon(&run);
  prg_buffer_free(&run.line);
  prg_buffer_free(&run.out);
  return prg_status_exit_code(status != PRG_OK ? status : run.worst);
}
