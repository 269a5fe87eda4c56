/* The sentences round a chart of series. */
#ifndef PRESENT_CHART_CHART_WORDS_H
#define PRESENT_CHART_CHART_WORDS_H

#include <prognos/chart.h>

/* Appends "Elever, utfall 2017–2022, prognos 2023–2027", or the subtitle asked for; without a
 * forecast `last` is the origin. */
void prg_chart_subtitle(const prg_chart_options *options, prg_period first, prg_period origin,
                        prg_period last, prg_buffer *out);

/* Appends "Källa: … · Prognos 2023-03-15, data t.o.m. 2022". `cut_axis`: the y axis does not begin
 * at 0, and the footer says so. */
void prg_chart_footer(const prg_chart_options *options, prg_period origin, bool has_forecast,
                      bool cut_axis, prg_buffer *out);
/* Appends to the footer what the mark of a missing figure means. */
void prg_chart_explain_missing(const prg_chart_options *options, prg_buffer *out);

/* alt_text.c: prg_alt_text of a chart that it calls `one`, or `many` if it has several series. */
void prg_chart_describe(prg_text one, prg_text many, const prg_forecast *const *forecast, size_t n,
                        const prg_chart_options *options, prg_buffer *out);

#endif
