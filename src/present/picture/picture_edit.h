/* What gnuplot leaves to be desired in its pictures, put right in their bytes. */
#ifndef PRESENT_PICTURE_EDIT_H
#define PRESENT_PICTURE_EDIT_H

#include <prognos/render.h>

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

/* True if the picture is there to its end: on a full disk gnuplot's libraries write a part of it
 * and say nothing. */
bool prg_picture_is_whole(prg_picture picture, const prg_buffer *bytes);

#endif
