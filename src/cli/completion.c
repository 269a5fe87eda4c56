#include "cli/completion.h"

completion_value completion_of(const option_row *row) {
  if (row->type == OPTION_FLAG)
    return COMPLETION_NOTHING;
  if (row->choices != NULL)
    return COMPLETION_CHOICE;
  if (row->value == PRG_TEXT_VALUE_FILE)
    return COMPLETION_FILE;
  return row->value == PRG_TEXT_VALUE_DIRECTORY ? COMPLETION_FOLDER : COMPLETION_ANY;
}

void completion_choices(const option_row *row, char between, prg_buffer *out) {
  for (const char *c = row->choices; *c != '\0'; c++)
    prg_buffer_add_char(out, *c == '|' ? between : *c);
}
