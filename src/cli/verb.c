#include "cli/verb.h"

#include <stdio.h>
#include <string.h>

#include <prognos/utf8.h>

const verb *const verbs[] = {
    &verb_check,    &verb_convert,  &verb_trend, &verb_decompose,
    &verb_forecast, &verb_backtest, &verb_share, &verb_cohort,
    &verb_capacity, &verb_target,   &verb_chart, &verb_theme,
    &verb_report,   &verb_learn,    &verb_help,  NULL,
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

const char *command_output(const command *run) {
  const char *path = option_string(&run->options, "output");
  return path == NULL || strcmp(path, "-") == 0 ? NULL : path;
}

static void add_padded(prg_buffer *out, const char *text, size_t width) {
  prg_buffer_add(out, text);
  size_t used = prg_utf8_width(text);
  prg_buffer_fill(out, ' ', used < width ? width - used : 1);
}

void verbs_write_help(prg_language language, prg_buffer *out) {
  prg_buffer_add(out, prg_text_get(PRG_TEXT_HELP_TOP, language));
  for (size_t i = 0; verbs[i] != NULL; i++) {
    prg_buffer_add(out, "  ");
    add_padded(out, verbs[i]->name, 11);
    prg_buffer_printf(out, "%s\n", prg_text_get(verbs[i]->summary, language));
  }
  prg_buffer_add(out, prg_text_get(PRG_TEXT_HELP_BOTTOM, language));
}

void verb_write_help(const verb *asked, prg_language language, prg_buffer *out) {
  prg_buffer_printf(out, "prognos %s [%s] %s\n\n%s.\n\n", asked->name,
                    prg_text_get(PRG_TEXT_HELP_OPTIONS, language),
                    prg_text_get(asked->operands, language),
                    prg_text_get(asked->summary, language));
  option_help(asked->options, language, out);
}
