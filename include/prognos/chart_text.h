/*
 * The fan as text, for a terminal: lines of braille dots, a marker for each figure, hollow for the
 * forecast, the interval of 8 in 10 shaded, places as a line; or the same as bars from 0, filled
 * for the outcome and hatched for the forecast. It says the same without colour.
 */
#ifndef PROGNOS_CHART_TEXT_H
#define PROGNOS_CHART_TEXT_H

#include <prognos/chart.h>

PRG_BEGIN_C

/* The terminal; more narrow or lower ones than 40 × 16 are taken to be that. */
typedef struct prg_text_screen {
  size_t columns, rows;
  bool colour;
} prg_text_screen;

/*
 * Appends the chart of 1 … PRG_CHART_SERIES_MAX series, at most screen->rows − 1 lines if its words
 * leave room for 8 rows of plot. What prg_chart_draw refuses for the fan is refused.
 */
prg_status prg_chart_text(const prg_forecast *const *forecast, size_t n,
                          const prg_chart_options *options, const prg_text_screen *screen,
                          prg_buffer *out, prg_error *error);
/* The same as bars, of 1 … 3 series. PRG_EUSAGE if the terminal is too narrow for as many. */
prg_status prg_chart_text_bars(const prg_forecast *const *forecast, size_t n,
                               const prg_chart_options *options, const prg_text_screen *screen,
                               prg_buffer *out, prg_error *error);

PRG_END_C

#endif
