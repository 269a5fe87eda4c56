/*
 * A page of the manual in roff with the macros of man(7), part by part. Whatever stands in a text
 * is text: no backslash, hyphen or dot at the beginning of a line can be more.
 */
#ifndef PRESENT_ROFF_H
#define PRESENT_ROFF_H

#include <prognos/buffer.h>

typedef enum roff_font { ROFF_PLAIN, ROFF_BOLD, ROFF_ITALIC } roff_font;

/* Begins the page NAME(section), a name of small ASCII letters; `date` YYYY-MM-DD, `source` and
 * `manual` stand in its margins. */
void roff_begin(prg_buffer *out, const char *name, int section, const char *date,
                const char *source, const char *manual);
void roff_heading(prg_buffer *out, const char *heading);
/* Appends text to the line that is being written; a line feed in it is a blank. */
void roff_add(prg_buffer *out, roff_font font, const char *text);
/* Ends the line, if one was begun. */
void roff_end_line(prg_buffer *out);
/* A paragraph of its own for each that `text` holds, separated by blank lines. */
void roff_paragraphs(prg_buffer *out, const char *text);
/* Begins an item of a list: the next line is its name, what follows tells of it. */
void roff_item(prg_buffer *out);
/* Lines as they stand, such as commands or rows of a file. */
void roff_lines(prg_buffer *out, const char *text);
/* A line "NAME(section)" of a list of such, followed by a comma unless it is the last. */
void roff_reference(prg_buffer *out, const char *name, int section, bool last);

#endif
