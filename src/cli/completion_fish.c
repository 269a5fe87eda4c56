#include "cli/completion.h"
#include "cli/file_format.h"

static void add_quoted(const char *text, prg_buffer *out) {
  prg_buffer_add_char(out, '\'');
  for (; *text != '\0'; text++) {
    if (*text == '\'' || *text == '\\')
      prg_buffer_add_char(out, '\\');
    prg_buffer_add_char(out, *text);
  }
  prg_buffer_add_char(out, '\'');
}

static void add_value(const option_row *row, prg_buffer *out) {
  switch (completion_of(row)) {
  case COMPLETION_NOTHING:
    break;
  case COMPLETION_ANY:
    prg_buffer_add(out, " -x");
    break;
  case COMPLETION_CHOICE:
    prg_buffer_add(out, " -xa '");
    completion_choices(row, ' ', out);
    prg_buffer_add_char(out, '\'');
    break;
  case COMPLETION_FILE:
    prg_buffer_add(out, " -rF");
    break;
  case COMPLETION_FOLDER:
    prg_buffer_add(out, " -xa '(__fish_complete_directories)'");
    break;
  }
}

static void add_option(const verb *of, const option_row *row, prg_language language,
                       prg_buffer *out) {
  prg_buffer_printf(out, "complete -c prognos -n '__fish_seen_subcommand_from %s' -l %s", of->name,
                    row->name);
  if (row->letter != 0)
    prg_buffer_printf(out, " -s %c", row->letter);
  add_value(row, out);
  prg_buffer_add(out, " -d ");
  add_quoted(prg_text_get(row->help, language), out);
  prg_buffer_add_char(out, '\n');
}

static void add_name(const char *condition, const char *name, prg_text summary,
                     prg_language language, prg_buffer *out) {
  prg_buffer_printf(out, "complete -c prognos -f -n '%s' -a %s -d ", condition, name);
  add_quoted(prg_text_get(summary, language), out);
  prg_buffer_add_char(out, '\n');
}

void completion_fish(prg_language language, prg_buffer *out) {
  static const char of_help[] = "__fish_seen_subcommand_from help";
  prg_buffer_add(out, "# Completion of prognos(1) in fish. Made by: prognos help --format fish\n"
                      "complete -c prognos -f -n __fish_use_subcommand\n");
  for (size_t i = 0; verbs[i] != NULL; i++)
    add_name("__fish_use_subcommand", verbs[i]->name, verbs[i]->summary, language, out);
  for (size_t i = 0; verbs[i] != NULL; i++)
    for (const option_row *row = verbs[i]->options; row->name != NULL; row++)
      add_option(verbs[i], row, language, out);
  for (size_t i = 0; verbs[i] != NULL; i++)
    add_name(of_help, verbs[i]->name, verbs[i]->summary, language, out);
  for (const file_format *format = file_formats; format->name != NULL; format++)
    add_name(of_help, format->name, format->summary, language, out);
}
