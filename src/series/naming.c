#include "series/naming.h"

#include <string.h>

#include "table/fold.h"

static const char separator[] = " · ";

void naming_restart(naming *named) {
  prg_buffer_clear(&named->members);
  prg_buffer_clear(&named->name);
}

void naming_clear(naming *named) {
  prg_buffer_free(&named->members);
  prg_buffer_free(&named->name);
}

/* Appends the text without blanks around it, and with line breaks inside it as spaces. */
static void add_clean(prg_buffer *out, const char *text, size_t n) {
  trim_blanks(&text, &n);
  while (n > 0) {
    size_t plain = strcspn(text, "\n\r\t");
    if (plain >= n) {
      prg_buffer_add_n(out, text, n);
      return;
    }
    prg_buffer_add_n(out, text, plain);
    prg_buffer_add_char(out, ' ');
    size_t line_break = memcmp(text + plain, "\r\n", 2) == 0 ? 2 : 1;
    text += plain + line_break;
    n -= plain + line_break;
  }
}

void naming_add(naming *named, const char *text, size_t n) {
  size_t at = named->members.length;
  add_clean(&named->members, text, n);
  size_t length = named->members.length - at;
  if (length > 0 && named->name.length > 0)
    prg_buffer_add(&named->name, separator);
  prg_buffer_add_n(&named->name, prg_buffer_string(&named->members) + at, length);
  prg_buffer_add_n(&named->members, "", 1);
}

void naming_cut(naming *named, size_t members, size_t name) {
  named->members.length = members;
  named->name.length = name;
  if (named->name.data != NULL)
    named->name.data[name] = '\0';
}

void naming_add_file(naming *named, const char *file) {
  const char *base = strrchr(file, '/') == NULL ? file : strrchr(file, '/') + 1;
  const char *dot = strrchr(base, '.');
  size_t n = dot == NULL || dot == base ? strlen(base) : (size_t)(dot - base);
  bool nameless = n == 0 || strcmp(base, "-") == 0;
  prg_buffer_add_n(&named->name, nameless ? "series" : base, nameless ? strlen("series") : n);
}

static prg_status add_dimension(prg_panel *panel, const char *header, prg_error *error) {
  prg_buffer name = {0};
  add_clean(&name, header, strlen(header));
  if (name.length == 0)
    prg_buffer_add(&name, PRG_DIMENSION_SERIES);
  prg_status status = name.failed ? prg_fail(error, PRG_TEXT_NO_MEMORY, NULL)
                                  : prg_panel_add_dimension(panel, name.data, error);
  prg_buffer_free(&name);
  return status;
}

prg_status naming_dimensions(const frame_layout *found, const prg_frame *frame, prg_panel *panel,
                             prg_error *error) {
  if (found->kind == PRG_LAYOUT_TRANSPOSED)
    return prg_panel_add_dimension(panel, PRG_DIMENSION_SERIES, error);
  prg_status status = PRG_OK;
  for (size_t c = 0; c < found->width && status == PRG_OK; c++)
    if (found->role[c] == ROLE_LABEL)
      status = add_dimension(panel, prg_frame_header(frame, c), error);
  if (status == PRG_OK && found->kind == PRG_LAYOUT_LONG && found->n_value > 1)
    status = prg_panel_add_dimension(panel, PRG_DIMENSION_CONTENT, error);
  return status;
}
