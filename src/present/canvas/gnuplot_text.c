#include "present/canvas/gnuplot_text.h"

#include <string.h>

#include <prognos/utf8.h>

/* C0, DEL, C1, and the two line separators: nothing that a font has, or that may end a line. */
static bool is_control(uint32_t character) {
  return character < 0x20 || (character >= 0x7F && character < 0xA0) || character == 0x2028 ||
         character == 0x2029 || character == 0xFFFE || character == 0xFFFF;
}

/* The next character of text[0..n) as it may stand on a line; returns its length in the text. */
static size_t add_character(prg_buffer *out, const char *text, size_t n) {
  uint32_t character;
  size_t length = prg_utf8_decode(text, n, &character);
  if (length == 0)
    prg_buffer_add(out, "\uFFFD");
  else if (is_control(character))
    prg_buffer_add_char(out, ' ');
  else
    prg_buffer_add_n(out, text, length);
  return length > 0 ? length : 1;
}

void prg_add_one_line(prg_buffer *out, const char *text) {
  for (size_t left = strlen(text), length; left > 0; text += length, left -= length)
    length = add_character(out, text, left);
}

void prg_gnuplot_quote(prg_buffer *out, const char *text, size_t n) {
  size_t i = 0;
  for (; i < n && text[i] == '\''; i++) /* '' at its beginning would be the end of the string */
    prg_buffer_add(out, "\"'\".");
  prg_buffer_add_char(out, '\'');
  while (i < n) {
    if (text[i] == '\'')
      prg_buffer_add_char(out, '\'');
    i += add_character(out, text + i, n - i);
  }
  prg_buffer_add_char(out, '\'');
}

void prg_gnuplot_comment(prg_buffer *out, const char *heading, const char *text) {
  prg_buffer_printf(out, "# %s: ", heading);
  prg_add_one_line(out, text);
  if (out->length > 0 && out->data[out->length - 1] == '\\')
    prg_buffer_add_char(out, ' ');
  prg_buffer_add_char(out, '\n');
}
