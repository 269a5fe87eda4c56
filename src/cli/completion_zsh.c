#include <string.h>

#include "cli/completion.h"
#include "cli/file_format.h"

/* Text within '…[text]:text:…' of _arguments: quotes and the marks that end a part are escaped. */
static void add_escaped(const char *text, prg_buffer *out) {
  for (; *text != '\0'; text++) {
    if (*text == '\'')
      prg_buffer_add(out, "'\\'");
    else if (strchr("[]:\\", *text) != NULL)
      prg_buffer_add_char(out, '\\');
    prg_buffer_add_char(out, *text);
  }
}

/* ":what it is:how it is completed". */
static void add_value(const option_row *row, prg_language language, prg_buffer *out) {
  if (completion_of(row) == COMPLETION_NOTHING)
    return;
  prg_buffer_add_char(out, ':');
  add_escaped(prg_text_get(row->value, language), out);
  prg_buffer_add_char(out, ':');
  if (completion_of(row) == COMPLETION_FILE)
    prg_buffer_add(out, "_files");
  else if (completion_of(row) == COMPLETION_FOLDER)
    prg_buffer_add(out, "_files -/");
  if (completion_of(row) != COMPLETION_CHOICE)
    return;
  prg_buffer_add(out, row->type == OPTION_CHOICES ? "_sequence compadd - " : "(");
  completion_choices(row, ' ', out);
  if (row->type != OPTION_CHOICES)
    prg_buffer_add_char(out, ')');
}

static void add_option(const option_row *row, prg_language language, prg_buffer *out) {
  const char *end = completion_of(row) == COMPLETION_NOTHING ? "" : "=";
  prg_buffer_add(out, "    '*'");
  if (row->letter != 0)
    prg_buffer_printf(out, "{-%c,--%s%s}", row->letter, row->name, end);
  else
    prg_buffer_printf(out, "--%s%s", row->name, end);
  prg_buffer_add(out, "'[");
  add_escaped(prg_text_get(row->help, language), out);
  prg_buffer_add_char(out, ']');
  add_value(row, language, out);
  prg_buffer_add(out, "' \\\n");
}

static void add_name(const char *name, prg_text summary, prg_language language, prg_buffer *out) {
  prg_buffer_printf(out, "    '%s:", name);
  add_escaped(prg_text_get(summary, language), out);
  prg_buffer_add(out, "'\n");
}

static void add_verb(const verb *of, prg_language language, prg_buffer *out) {
  prg_buffer_printf(out, "  %s) _arguments -s \\\n", of->name);
  for (const option_row *row = of->options; row->name != NULL; row++)
    add_option(row, language, out);
  prg_buffer_add(out,
                 of == &verb_help ? "    '*:: :_prognos_topics' ;;\n" : "    '*: :_files' ;;\n");
}

void completion_zsh(prg_language language, prg_buffer *out) {
  prg_buffer_add(out, "#compdef prognos\n"
                      "# Completion of prognos(1) in zsh. Made by: prognos help --format zsh\n"
                      "_prognos_verbs() {\n  local -a verbs=(\n");
  for (size_t i = 0; verbs[i] != NULL; i++)
    add_name(verbs[i]->name, verbs[i]->summary, language, out);
  prg_buffer_add(out, "  )\n  _describe -t verbs verb verbs\n}\n"
                      "_prognos_topics() {\n  local -a files=(\n");
  for (const file_format *format = file_formats; format->name != NULL; format++)
    add_name(format->name, format->summary, language, out);
  prg_buffer_add(out, "  )\n  _prognos_verbs\n  _describe -t files file files\n}\n"
                      "_prognos_verb() {\n  case $1 in\n");
  for (size_t i = 0; verbs[i] != NULL; i++)
    add_verb(verbs[i], language, out);
  prg_buffer_add(out, "  esac\n}\n"
                      "_prognos() {\n"
                      "  local context state state_descr line\n"
                      "  typeset -A opt_args\n"
                      "  _arguments -C '(- *)'{-V,--version} '(- *)'{-h,--help} \\\n"
                      "    '1: :_prognos_verbs' '*:: :->verb'\n"
                      "  [[ $state == verb ]] && _prognos_verb $line[1]\n"
                      "}\n"
                      "_prognos \"$@\"\n");
}
