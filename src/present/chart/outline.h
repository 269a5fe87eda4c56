/* What a chart, an alternative text and a table all ask about a forecast. */
#ifndef PRESENT_OUTLINE_H
#define PRESENT_OUTLINE_H

#include <prognos/forecast.h>

typedef struct prg_outline {
  const prg_forecast *forecast;
  const prg_series *series;
  size_t first, last; /* places of the first and the last figure in the series */
  size_t horizon;     /* periods forecast after the last figure */
  int decimals;       /* that its figures are shown with */
  bool empty;         /* there is no figure at all */
} prg_outline;

/* decimals: 0 … 6, or −1 for whole numbers if it counts something, else by size. */
void prg_outline_init(prg_outline *outline, const prg_forecast *forecast, int decimals);

/* The periods of the first figure, the last figure, and the end of the forecast. */
prg_period prg_outline_begin(const prg_outline *outline);
prg_period prg_outline_origin(const prg_outline *outline);
prg_period prg_outline_end(const prg_outline *outline);

/* The first and the last figure. */
double prg_outline_first_value(const prg_outline *outline);
double prg_outline_last_value(const prg_outline *outline);

/* "år 2027", "läsåret 2026/27", "jan. 2027" / "2027", "the school year 2026/27", "Jan 2027",
 * kept on one line by no-break spaces. */
void prg_add_when(prg_buffer *out, prg_period period, prg_language language);
/* The same as an argument of a message. */
prg_argument prg_when(prg_period period, prg_language language);

/* "8 av 10", "95 av 100", "5 av 10" … : a probability as people count. */
void prg_add_odds(prg_buffer *out, double level, prg_language language);

#endif
