/* What gnuplot leaves to be desired in its pictures, put right in their bytes. */
#ifndef PRESENT_PICTURE_EDIT_H
#define PRESENT_PICTURE_EDIT_H

#include <prognos/buffer.h>
#include <prognos/text.h>

/*
 * Appends `svg` to *out with role, language, title and description for those who listen to it, and
 * with fonts to fall back on. A title or description that is NULL or "" stays as it is.
 */
void prg_svg_describe(const prg_buffer *svg, prg_language language, const char *title,
                      const char *description, prg_buffer *out);

/* Appends text as XML has it: & < > " escaped. */
void prg_xml_escape(prg_buffer *out, const char *text);

/* Says in the PNG how many pixels an inch of paper takes, so that Word and others show it as large
 * as it is meant. What is no PNG is left as it is. */
void prg_png_set_density(prg_buffer *png, int dots_per_inch);

/* Sets the PDF's dates to 1970-01-01, digit by digit: nothing moves. */
void prg_pdf_forget_date(prg_buffer *pdf);

#endif
