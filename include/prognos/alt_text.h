/* What a chart shows, in sentences, for those who listen to it. */
#ifndef PROGNOS_ALT_TEXT_H
#define PROGNOS_ALT_TEXT_H

#include <prognos/chart.h>

PRG_BEGIN_C

/*
 * Appends the alternative text of the fan of the same arguments: for
 * each series the first and the last figure, the forecast at the end with both intervals, and
 * where it stands to the capacity. One line of UTF-8, in options->language.
 */
void prg_alt_text(const prg_forecast *const *forecast, size_t n, const prg_chart_options *options,
                  prg_buffer *out);

/* Appends its sentences on one series: what the figures say, with no word of a chart. */
void prg_alt_text_series(const prg_forecast *forecast, const prg_chart_options *options,
                         prg_buffer *out);

PRG_END_C

#endif
