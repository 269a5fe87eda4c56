/*
 * HTML, element by element. What is written as text or as an attribute is escaped, so that no name,
 * note or path can be more than text; only prg_html_markup takes markup, of our own making.
 */
#ifndef PRESENT_HTML_H
#define PRESENT_HTML_H

#include <prognos/buffer.h>

#define PRG_HTML_DEPTH 16

/* A plain value; the names of elements and attributes are literals. */
typedef struct prg_html {
  prg_buffer *out;
  const char *open[PRG_HTML_DEPTH]; /* elements that are not closed yet, the outermost first */
  size_t depth;
  bool in_tag; /* attributes may follow */
} prg_html;

/* A writer that appends to `out`, which is borrowed. */
void prg_html_init(prg_html *html, prg_buffer *out);

void prg_html_open(prg_html *html, const char *element);
/* Of the element opened last, before anything is in it. */
void prg_html_attribute(prg_html *html, const char *name, const char *value);
/* Valid UTF-8 without control characters, whatever the text holds. */
void prg_html_text(prg_html *html, const char *text);
void prg_html_markup(prg_html *html, const char *markup);
/* Closes the element opened last (there must be one: asserted). */
void prg_html_close(prg_html *html);
/* Opens the element, writes the text and closes it. */
void prg_html_element(prg_html *html, const char *element, const char *text);
/* An element that has no end: <meta …>. Attributes may follow. */
void prg_html_void(prg_html *html, const char *element);

#endif
