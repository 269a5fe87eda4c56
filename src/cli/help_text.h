/* Text for a terminal: entries with a head and its explanation beside it, paragraphs, lines. */
#ifndef CLI_HELP_TEXT_H
#define CLI_HELP_TEXT_H

#include <prognos/buffer.h>

/* "  head            explanation", wrapped, or below the head if that is long. The head's buffer is
 * added to. */
void help_entry(prg_buffer *head, const char *text, prg_buffer *out);
/* Paragraphs, separated by blank lines, wrapped. */
void help_paragraphs(const char *text, prg_buffer *out);
/* Lines as they stand, indented. */
void help_lines(const char *text, prg_buffer *out);

#endif
