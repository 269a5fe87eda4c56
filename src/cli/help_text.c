#include "cli/help_text.h"

#include <string.h>

#include <prognos/utf8.h>

#define INDENT 30
#define WIDTH 96

/* Appends text[0 … n) broken at blanks so that lines stay within WIDTH, the later ones indented so
 * that words begin after `indent` columns. `column` is where the line stands. */
static void add_wrapped(prg_buffer *out, const char *text, size_t n, size_t indent, size_t column) {
  const char *end = text + n;
  while (text < end) {
    size_t length = strcspn(text, " \n");
    char word[256] = "";
    if (length < sizeof word)
      memcpy(word, text, length);
    size_t width = prg_utf8_width(word);
    if (column > 0 && column + 1 + width > WIDTH) {
      prg_buffer_add_char(out, '\n');
      prg_buffer_fill(out, ' ', indent);
      column = indent;
    } else if (column > 0) {
      prg_buffer_add_char(out, ' ');
      column++;
    }
    prg_buffer_add_n(out, text, length);
    column += width;
    text += length + strspn(text + length, " \n");
  }
  prg_buffer_add_char(out, '\n');
}

void help_entry(prg_buffer *head, const char *text, prg_buffer *out) {
  size_t column = prg_utf8_width(prg_buffer_string(head));
  if (column >= INDENT) {
    prg_buffer_add_char(head, '\n');
    column = 0;
  }
  prg_buffer_fill(head, ' ', INDENT - 1 - column);
  prg_buffer_add(out, prg_buffer_string(head));
  add_wrapped(out, text, strlen(text), INDENT, INDENT - 1);
}

void help_paragraphs(const char *text, prg_buffer *out) {
  for (bool first = true; *text != '\0'; first = false) {
    const char *end = strstr(text, "\n\n");
    size_t n = end == NULL ? strlen(text) : (size_t)(end - text);
    if (!first)
      prg_buffer_add_char(out, '\n');
    add_wrapped(out, text, n, 0, 0);
    text += n + (end == NULL ? 0 : 2);
  }
}

void help_lines(const char *text, prg_buffer *out) {
  while (*text != '\0') {
    size_t n = strcspn(text, "\n");
    if (n > 0)
      prg_buffer_add(out, "  ");
    prg_buffer_add_n(out, text, n);
    prg_buffer_add_char(out, '\n');
    text += n + (text[n] == '\n');
  }
}
