/*
 * A theme: the colours, fonts, dashes and markers that a chart is drawn with. Themes are files of
 * gnuplot assignments (plots/themes), so that a person may read and change them, but they are data:
 * only what is told here is taken from them, and written anew into a chart's script. Nothing in a
 * theme can run.
 *
 *   # a comment, also after a line                     blank lines
 *   paper = 0xFFFFFF                                   the colours below
 *   band_80 = 0.17                                     how much of its colour a band has
 *   font_name = 'DejaVu Sans'                          letters, digits, blanks, hyphens
 *   array colour[5] = [0x12436D, …]                    five colours
 *   set style line 2 lc rgb colour[2] lw 6 dt (14,4) pt 5
 */
#ifndef PROGNOS_THEME_H
#define PROGNOS_THEME_H

#include <stdint.h>

#include <prognos/error.h>

PRG_BEGIN_C

#define PRG_THEME_SERIES 5
#define PRG_THEME_FONT_BYTES 64
#define PRG_THEME_DASHES 8

typedef uint32_t prg_colour; /* 0xRRGGBB in sRGB */

typedef struct prg_line_style {
  double width;                  /* pixels of a slide, 0.5 … 20 */
  size_t n_dash;                 /* even, at most PRG_THEME_DASHES; 0: solid */
  double dash[PRG_THEME_DASHES]; /* lengths of dash and gap in turn, 1 … 100 */
  int marker;                    /* a filled one of gnuplot's: 5, 7, 9, 11, 13, 15 */
} prg_line_style;

/* A plain value. */
typedef struct prg_theme {
  char font_name[PRG_THEME_FONT_BYTES], font_name_emf[PRG_THEME_FONT_BYTES];
  prg_colour paper;                                  /* the background */
  prg_colour ink, quiet;                             /* headline; subtitle, ticks, footer */
  prg_colour grid, axis;                             /* lines of the axes */
  prg_colour zone_forecast, zone_outlook, zone_line; /* behind forecast and outlook */
  prg_colour capacity_colour;                        /* the line of places, and its text */
  prg_colour good, doubtful, bad;                    /* a traffic light: text and marks */
  double band_80, band_95;                           /* parts of the series' colour, 0.02 … 1 */
  prg_colour colour[PRG_THEME_SERIES];               /* of series: lines, markers, bars, bands */
  prg_colour text_colour[PRG_THEME_SERIES];          /* of their names and values */
  prg_line_style outcome[PRG_THEME_SERIES];          /* set style line 1 … 5 */
  prg_line_style forecast[PRG_THEME_SERIES];         /* set style line 11 … 15 */
} prg_theme;

/* A theme that needs no file; all of plots/themes. Static storage. */
typedef struct prg_theme_source {
  const char *name; /* "dark" */
  const char *text; /* the file */
} prg_theme_source;

/* The built-in themes, "default" among them, ended by a row without a name. */
extern const prg_theme_source prg_theme_sources[];
/* NULL if there is none of that name. */
const prg_theme_source *prg_theme_source_find(const char *name);

/* The built-in theme of that name; false if there is none. */
bool prg_theme_of_name(const char *name, prg_theme *theme);
/* Reads a theme; what it leaves out is as in "default". PRG_EINPUT with the line. */
prg_status prg_theme_read(const char *file, const char *bytes, size_t n, prg_theme *theme,
                          prg_error *error);

/* Appends the theme as gnuplot source, from its values alone: it reads back as the same theme. */
void prg_theme_write(const prg_theme *theme, prg_buffer *out);

PRG_END_C

#endif
