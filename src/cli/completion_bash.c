#include "cli/completion.h"
#include "cli/file_format.h"

/* The verb that stands on the line, and the option before the word; "--option=word" comes as three
 * words. Only the last of several choices with commas is completed. */
static const char begin[] =
    "# Completion of prognos(1) in bash. Made by: prognos help --format bash\n"
    "_prognos() {\n"
    "  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}\n"
    "  local verb= options= values= kind= each\n"
    "  if [[ $word == = ]]; then\n"
    "    word=\n"
    "  elif [[ $before == = && $COMP_CWORD -gt 1 ]]; then\n"
    "    before=${COMP_WORDS[COMP_CWORD-2]}\n"
    "  fi\n"
    "  for each in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n"
    "    case $each in\n";

static const char end[] =
    "  esac\n"
    "  COMPREPLY=()\n"
    "  if [[ $kind == choices && $word == *,* ]]; then\n"
    "    COMPREPLY=($(compgen -P \"${word%,*},\" -W \"$values\" -- \"${word##*,}\"))\n"
    "  elif [[ $kind == choice* ]]; then\n"
    "    COMPREPLY=($(compgen -W \"$values\" -- \"$word\"))\n"
    "  elif [[ $kind == folder ]]; then\n"
    "    compopt -o filenames\n"
    "    mapfile -t COMPREPLY < <(compgen -d -- \"$word\")\n"
    "  elif [[ $kind == any ]]; then\n"
    "    return\n"
    "  elif [[ $word == -* && -z $kind ]]; then\n"
    "    COMPREPLY=($(compgen -W \"$options\" -- \"$word\"))\n"
    "  elif [[ -n $values && -z $kind ]]; then\n"
    "    COMPREPLY=($(compgen -W \"$values\" -- \"$word\"))\n"
    "  else\n"
    "    compopt -o filenames\n"
    "    mapfile -t COMPREPLY < <(compgen -f -- \"$word\")\n"
    "  fi\n"
    "}\n"
    "complete -F _prognos prognos\n";

static void add_verb_names(char between, prg_buffer *out) {
  for (size_t i = 0; verbs[i] != NULL; i++) {
    if (i > 0)
      prg_buffer_add_char(out, between);
    prg_buffer_add(out, verbs[i]->name);
  }
}

static void add_value(const option_row *row, prg_buffer *out) {
  const char *choice = row->type == OPTION_CHOICES ? "choices" : "choice";
  const char *const kind[] = {[COMPLETION_ANY] = "any",
                              [COMPLETION_CHOICE] = choice,
                              [COMPLETION_FILE] = "file",
                              [COMPLETION_FOLDER] = "folder"};
  if (completion_of(row) == COMPLETION_NOTHING)
    return;
  prg_buffer_printf(out, "    --%s", row->name);
  if (row->letter != 0)
    prg_buffer_printf(out, "|-%c", row->letter);
  prg_buffer_printf(out, ") kind=%s", kind[completion_of(row)]);
  if (completion_of(row) == COMPLETION_CHOICE) {
    prg_buffer_add(out, " values='");
    completion_choices(row, ' ', out);
    prg_buffer_add_char(out, '\'');
  }
  prg_buffer_add(out, " ;;\n");
}

/* What `help` takes instead of files. */
static void add_topics(prg_buffer *out) {
  prg_buffer_add(out, "    values='");
  add_verb_names(' ', out);
  for (const file_format *format = file_formats; format->name != NULL; format++)
    prg_buffer_printf(out, " %s", format->name);
  prg_buffer_add(out, "'\n");
}

/* What the verb's options are, and what follows each of them. */
static void add_options(const option_row *rows, prg_buffer *out) {
  prg_buffer_add(out, "    options='");
  for (const option_row *row = rows; row->name != NULL; row++)
    prg_buffer_printf(out, "%s--%s", row == rows ? "" : " ", row->name);
  prg_buffer_add(out, "'\n    case $before in\n");
  for (const option_row *row = rows; row->name != NULL; row++)
    add_value(row, out);
  prg_buffer_add(out, "    esac\n    ;;\n");
}

static void add_verb(const verb *of, prg_buffer *out) {
  prg_buffer_printf(out, "  %s)\n", of->name);
  if (of == &verb_help)
    add_topics(out);
  add_options(of->options, out);
}

void completion_bash(prg_buffer *out) {
  prg_buffer_add(out, begin);
  prg_buffer_add(out, "    ");
  add_verb_names('|', out);
  prg_buffer_add(out, ") verb=$each; break ;;\n    esac\n  done\n  case $verb in\n");
  for (size_t i = 0; verbs[i] != NULL; i++)
    add_verb(verbs[i], out);
  prg_buffer_add(out, "  *)\n    values='");
  add_verb_names(' ', out);
  prg_buffer_add(out, "'\n");
  add_options(command_options, out);
  prg_buffer_add(out, end);
}
