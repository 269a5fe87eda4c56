#include "present/paragraph.h"

#include <string.h>

#include <prognos/utf8.h>

void paragraph_add(prg_buffer *out, const char *text, size_t width, size_t indent) {
  size_t column = 0;
  while (*text != '\0') {
    size_t n = strcspn(text, " ");
    prg_buffer word;
    prg_buffer_init(&word);
    prg_buffer_add_n(&word, text, n);
    size_t wide = prg_utf8_width(prg_buffer_string(&word));
    if (column > 0 && width > 0 && column + 1 + wide > width) {
      prg_buffer_add_char(out, '\n');
      prg_buffer_fill(out, ' ', indent);
      column = indent;
    } else if (column > 0) {
      prg_buffer_add_char(out, ' ');
      column++;
    }
    prg_buffer_add_n(out, text, n);
    column += wide;
    out->failed = out->failed || word.failed;
    prg_buffer_free(&word);
    text += n;
    text += strspn(text, " ");
  }
  prg_buffer_add_char(out, '\n');
}
