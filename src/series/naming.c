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

/* Bytes of text[0..n) before a line break or tab. */
static size_t plain_length(const char *text, size_t n) {
  size_t i = 0;
  while (i < n && text[i] != '\n' && text[i] != '\r' && text[i] != '\t')
    i++;
  return i;
}

/* Appends the text without blanks around it, and with line breaks inside it as spaces. */
static void add_clean(prg_buffer *out, const char *text, size_t n) {
  trim_blanks(&text, &n);
  while (n > 0) {
    size_t plain = plain_length(text, n);
    prg_buffer_add_n(out, text, plain);
    if (plain == n)
      return;
    prg_buffer_add_char(out, ' ');
    size_t line_break = memcmp(text + plain, "\r\n", 2) == 0 ? 2 : 1;
    text += plain + line_break;
    n -= plain + line_break;
  }
}

void naming_add_member(naming *named, const char *text, size_t n) {
  add_clean(&named->members, text, n);
  prg_buffer_add_n(&named->members, "", 1);
}

void naming_add(naming *named, const char *text, size_t n) {
  size_t at = named->members.length;
  naming_add_member(named, text, n);
  if (named->members.failed)
    return;
  size_t length = named->members.length - at - 1;
  if (length > 0 && named->name.length > 0)
    prg_buffer_add(&named->name, separator);
  prg_buffer_add_n(&named->name, prg_buffer_string(&named->members) + at, length);
}

void naming_add_headings(naming *named, const frame_layout *found, size_t column) {
  for (size_t part = 0; part < found->head.n_text; part++) {
    const char *text = headings_text(&found->head, column, part);
    if (found->heading[part] == HEADING_NAME)
      naming_add(named, text, strlen(text));
    else if (found->heading[part] == HEADING_MEMBER)
      naming_add_member(named, text, strlen(text));
  }
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

/* The texts of the header's rows: one is the content, more are numbered from the top. */
static prg_status add_headings(const frame_layout *found, prg_panel *panel, prg_error *error) {
  bool transposed = found->kind == PRG_LAYOUT_TRANSPOSED;
  const char *const name = transposed ? PRG_DIMENSION_SERIES : PRG_DIMENSION_CONTENT;
  size_t n = 0;
  prg_status status = PRG_OK;
  for (size_t part = 0; part < found->head.n_text && status == PRG_OK; part++) {
    if (found->heading[part] == HEADING_NONE)
      continue;
    prg_buffer numbered = {0};
    if (++n == 1)
      prg_buffer_add(&numbered, name);
    else
      prg_buffer_printf(&numbered, "%s %zu", name, n);
    status = numbered.failed ? prg_fail(error, PRG_TEXT_NO_MEMORY, NULL)
                             : prg_panel_add_dimension(panel, numbered.data, error);
    prg_buffer_free(&numbered);
  }
  return status;
}

prg_status naming_dimensions(const frame_layout *found, const prg_frame *frame, prg_panel *panel,
                             prg_error *error) {
  prg_status status = PRG_OK;
  for (size_t c = 0; c < found->width && status == PRG_OK; c++)
    if (found->role[c] == ROLE_LABEL)
      status = add_dimension(panel, prg_frame_header(frame, c), error);
  return status == PRG_OK ? add_headings(found, panel, error) : status;
}
