/* How wide a text will be in the picture, so that labels can be placed before anything is drawn. */
#ifndef PRESENT_FONT_H
#define PRESENT_FONT_H

#include <stdbool.h>
#include <stddef.h>

/* The width of a text of that font size, in the size's unit (pixels). */
double prg_text_width(const char *text, double size, bool bold);
double prg_text_width_n(const char *text, size_t n, double size, bool bold);

typedef struct prg_text_line {
  const char *start; /* borrowed from the text */
  size_t length;
  bool cut; /* the text goes on; an ellipsis belongs here */
} prg_text_line;

/*
 * Breaks a text at blanks (a longer word anywhere) into lines no wider than `width`, at most
 * `max_lines` of them; the last is cut with room for an ellipsis. Returns how many there are.
 * A figure stays with its unit and a dot at the end of its line, if there is another blank.
 */
size_t prg_text_wrap(const char *text, double size, bool bold, double width, prg_text_line *line,
                     size_t max_lines);

#endif
