/* Sentences for a terminal. */
#ifndef PRESENT_PARAGRAPH_H
#define PRESENT_PARAGRAPH_H

#include <prognos/buffer.h>

/* Appends the text, broken at blanks after at most `width` columns (0: not broken), lines after the
 * first indented by `indent`, and a line feed. */
void paragraph_add(prg_buffer *out, const char *text, size_t width, size_t indent);

#endif
