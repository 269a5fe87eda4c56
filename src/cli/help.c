#include "cli/help.h"

#include <prognos/utf8.h>

#include "cli/example.h"
#include "cli/file_format.h"

#define NAME_WIDTH 14

static void write_name(const char *name, prg_text summary, prg_language language, prg_buffer *out) {
  size_t used = prg_utf8_width(name);
  prg_buffer_printf(out, "  %s", name);
  prg_buffer_fill(out, ' ', used < NAME_WIDTH ? NAME_WIDTH - used : 1);
  prg_buffer_printf(out, "%s\n", prg_text_get(summary, language));
}

void help_write_all(prg_language language, prg_buffer *out) {
  prg_buffer_add(out, prg_text_get(PRG_TEXT_HELP_TOP, language));
  for (size_t i = 0; verbs[i] != NULL; i++)
    write_name(verbs[i]->name, verbs[i]->summary, language, out);
  prg_buffer_add(out, prg_text_get(PRG_TEXT_HELP_FILES_TOP, language));
  for (const file_format *format = file_formats; format->name != NULL; format++)
    write_name(format->name, format->summary, language, out);
  prg_buffer_add(out, prg_text_get(PRG_TEXT_HELP_BOTTOM, language));
  prg_message exit;
  prg_message_set(&exit, PRG_TEXT_HELP_EXIT_CODES,
                  PRG_ARGS(prg_text_argument(PRG_TEXT_EXIT_CODES)));
  prg_message_write(&exit, language, out);
}

static void write_examples(const verb *asked, prg_language language, prg_buffer *out) {
  const example *next = example_next(asked->name, NULL);
  if (next == NULL)
    return;
  prg_buffer_printf(out, "\n%s:\n", prg_text_get(PRG_TEXT_HELP_EXAMPLES, language));
  for (; next != NULL; next = example_next(asked->name, next))
    prg_buffer_printf(out, "  # %s\n  %s\n", prg_text_get(next->title, language), next->command);
}

void help_write_verb(const verb *asked, prg_language language, prg_buffer *out) {
  prg_buffer_printf(out, "prognos %s [%s] %s\n\n%s.\n\n", asked->name,
                    prg_text_get(PRG_TEXT_HELP_OPTIONS, language),
                    prg_text_get(asked->operands, language),
                    prg_text_get(asked->summary, language));
  option_help(asked->options, language, out);
  write_examples(asked, language, out);
}
