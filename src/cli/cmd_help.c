#include <string.h>

#include "cli/completion.h"
#include "cli/help.h"
#include "cli/manual.h"

/* A page about each topic: a verb or a file. */
static prg_status help_about(command *run, const char *topic, bool manual, prg_error *error) {
  const verb *asked = verb_find(topic);
  const file_format *format = file_format_find(topic);
  if (asked == NULL && format == NULL)
    return prg_fail(error, PRG_TEXT_TOPIC_UNKNOWN, PRG_ARGS(prg_string(topic)));
  if (asked != NULL && manual)
    manual_write_verb(asked, run->language, &run->out);
  else if (asked != NULL)
    help_write_verb(asked, run->language, &run->out);
  else if (manual)
    manual_write_file(format, run->language, &run->out);
  else
    file_format_write(format, run->language, &run->out);
  return PRG_OK;
}

static bool write_completion(command *run, const char *shell) {
  if (strcmp(shell, "bash") == 0)
    completion_bash(&run->out);
  else if (strcmp(shell, "zsh") == 0)
    completion_zsh(run->language, &run->out);
  else if (strcmp(shell, "fish") == 0)
    completion_fish(run->language, &run->out);
  else
    return false;
  return true;
}

static prg_status run_help(command *run, prg_error *error) {
  const char *format = option_string(&run->options, "format");
  bool manual = strcmp(format, "man") == 0, text = strcmp(format, "text") == 0;
  size_t n = run->options.n_file;
  if (!text && n > manual)
    return prg_fail(error, manual ? PRG_TEXT_HELP_ONE_TOPIC : PRG_TEXT_HELP_NO_TOPIC,
                    PRG_ARGS(prg_string(format)));
  if (write_completion(run, format))
    return PRG_OK;
  if (n == 0 && manual)
    manual_write_command(run->language, &run->out);
  else if (n == 0)
    help_write_all(run->language, &run->out);
  prg_status status = PRG_OK;
  for (size_t i = 0; status == PRG_OK && i < n; i++)
    status = help_about(run, run->options.file[i], manual, error);
  return status;
}

static const option_row options[] = {
    CHOICE_OPTION("format", 'f', "text", "text|man|bash|zsh|fish", FORMAT_HELP),
    COMMON_OPTIONS,
};

const verb verb_help = {
    .name = "help",
    .summary = PRG_TEXT_SUMMARY_HELP,
    .operands = PRG_TEXT_OPERANDS_TOPIC,
    .options = options,
    .run = run_help,
};
