#include "cli/verb.h"

#include <stdio.h>
#include <string.h>

const verb *const verbs[] = {
    &verb_check,    &verb_convert, &verb_trend,  &verb_decompose, &verb_forecast,
    &verb_backtest, &verb_share,   &verb_cohort, &verb_capacity,  &verb_target,
    &verb_chart,    &verb_theme,   &verb_report, &verb_ledger,    &verb_run,
    &verb_learn,    &verb_index,   &verb_merge,  &verb_help,      NULL,
};

const option_row command_options[] = {
    FLAG_OPTION("version", 'V', VERSION),
    COMMON_OPTIONS,
};

const verb *verb_find(const char *name) {
  for (size_t i = 0; verbs[i] != NULL; i++)
    if (strcmp(verbs[i]->name, name) == 0)
      return verbs[i];
  return NULL;
}

void command_talk(const command *run, prg_text text, const prg_argument *arguments) {
  if (run->quiet)
    return;
  prg_message message;
  prg_message_set(&message, text, arguments);
  prg_buffer words;
  prg_buffer_init(&words);
  prg_message_write(&message, run->language, &words);
  fprintf(stderr, "%s\n", prg_buffer_string(&words));
  prg_buffer_free(&words);
}

void command_tell_error(command *run, const prg_error *error) {
  prg_buffer words;
  prg_buffer_init(&words);
  prg_error_write(error, run->language, &words);
  fprintf(stderr, "prognos: %s\n", prg_buffer_string(&words));
  prg_buffer_free(&words);
  if (run->worst == PRG_OK)
    run->worst = error->status;
}

void command_raise_alarm(command *run, const char *subject, const prg_error *alarm) {
  if (run->alarms == NULL) {
    command_tell_error(run, alarm);
    return;
  }
  prg_buffer words = {0};
  prg_error_write(alarm, run->language, &words);
  prg_job_record_alarm(run->alarms, true, subject, prg_buffer_string(&words));
  prg_buffer_free(&words);
}

const char *command_output(const command *run) {
  const char *path = option_string(&run->options, "output");
  return path == NULL || strcmp(path, "-") == 0 ? NULL : path;
}
