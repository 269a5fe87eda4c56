/* The texts round a chart, and what is left between them. */
#ifndef PRESENT_PAGE_H
#define PRESENT_PAGE_H

#include <prognos/message.h>
#include <prognos/period.h>

#include "present/canvas/canvas.h"

typedef struct prg_page {
  prg_buffer title, subtitle, footer; /* each on one line */
} prg_page;

/* Titles the page as asked for; false if the result is to make the title. */
bool prg_page_title_is_given(prg_page *page, const prg_chart_options *options);
/* Appends a sentence to the title, the blank between them included. */
void prg_page_add_title(prg_page *page, prg_text text, const prg_argument *arguments,
                        prg_language language);
/* Appends " · " and the text to the footer. */
void prg_page_add_footer(prg_page *page, prg_text text, const prg_argument *arguments,
                         prg_language language);

/* Writes headline and subtitle, or the footer, on the canvas; returns the y below, or above. */
double prg_page_write_top(const prg_page *page, prg_canvas *canvas);
double prg_page_write_bottom(const prg_page *page, prg_canvas *canvas);
void prg_page_clear(prg_page *page);

/* "249 elever"; without a unit the figure alone. */
prg_argument prg_quantity(const prg_chart_options *options, double value, int decimals);
/* The same with its sign, "+23" or "−23", and without the unit. */
prg_argument prg_signed(double value, int decimals, prg_language language);

/* "i mars", "under kvartal 1", "under vårterminen", "i vecka 7": when in any year. */
prg_argument prg_part_of_year(prg_period period, prg_language language);

#endif
