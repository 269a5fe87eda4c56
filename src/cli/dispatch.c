/* From a command line to a verb that has run. */
#include <string.h>
#include <time.h>

#include "cli/help.h"
#include "cli/scenarios.h"

prg_language command_language(int argc, char **argv) {
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

void command_keep_line(command *run, int argc, char **argv) {
  prg_buffer_add(&run->line, "prognos");
  for (int i = 1; i < argc; i++)
    prg_buffer_printf(&run->line, strpbrk(argv[i], " \t\n'\"\\$`&;") ? " '%s'" : " %s", argv[i]);
}

prg_status command_dispatch(command *run, int argc, char **argv, prg_error *error) {
  run->verb = verb_find(argv[0]);
  if (run->verb == NULL)
    return prg_fail(error, PRG_TEXT_VERB_UNKNOWN, PRG_ARGS(prg_string(argv[0])));
  prg_status status = option_parse(&run->options, run->verb->options, argc, argv, false, error);
  if (status != PRG_OK)
    return status;
  run->quiet = run->quiet || option_is_given(&run->options, "quiet");
  set_today(run);
  if (option_is_given(&run->options, "help"))
    help_write_verb(run->verb, run->language, &run->out);
  else if (scenarios_are_asked(run))
    status = scenarios_run(run, error);
  else
    status = run->verb->run(run, error);
  return status == PRG_OK ? command_finish(run, error) : status;
}
