/* The command: the only place that reads the clock, prints and exits. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <csv.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_version.h>

#include <prognos/version.h>

#include "cli/help.h"
#include "cli/verb.h"

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
  status = command_dispatch(run, argc - 1, moved, error);
  free(moved);
  return status;
}

int main(int argc, char **argv) {
  gsl_set_error_handler_off();
  command run = {.language = command_language(argc, argv)};
  command_keep_line(&run, argc, argv);
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
