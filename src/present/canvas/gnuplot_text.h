/*
 * Text that somebody else wrote, as gnuplot source. A single-quoted string of gnuplot expands
 * nothing: no backslash, no `command`, no @macro, no $(…); only the quote itself is doubled.
 * (A double-quoted one runs what stands in backquotes.)
 */
#ifndef PRESENT_GNUPLOT_TEXT_H
#define PRESENT_GNUPLOT_TEXT_H

#include <prognos/buffer.h>

/* Appends valid UTF-8 on one line: control characters become blanks, broken bytes U+FFFD. */
void prg_add_one_line(prg_buffer *out, const char *text);

/* Appends text[0..n) as a single-quoted string, made one line as above; quotes at its beginning,
 * where gnuplot takes a doubled one for the end of the string, stand before it. */
void prg_gnuplot_quote(prg_buffer *out, const char *text, size_t n);

/* Appends "# heading: text", one line; a backslash at its end would take in the next line. */
void prg_gnuplot_comment(prg_buffer *out, const char *heading, const char *text);

#endif
