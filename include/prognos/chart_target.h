/*
 * Follow-up of goals as a chart: a row per indicator with the whole year as a dot in its interval,
 * the goal as a mark on the row, and the verdict as a traffic light told apart by shape, colour and
 * words. Each row has its own scale from 0; where everything fits, the goals stand in one line.
 */
#ifndef PROGNOS_CHART_TARGET_H
#define PROGNOS_CHART_TARGET_H

#include <prognos/chart.h>
#include <prognos/target.h>

PRG_BEGIN_C

/* On a slide, half as many if a name is long; a group of an indicator takes one, too. Where texts
 * are larger there are fewer. */
#define PRG_TARGET_CHART_ROWS 20

/* How many pictures of the options' size the results need; 0 if there is nothing to draw: all are
 * followed up in words. */
size_t prg_target_pages(const prg_target_result *result, size_t n,
                        const prg_chart_options *options);

/*
 * Draws picture number `page` = 0 … prg_target_pages − 1 of result[0 … n). Of the options the
 * language, the title, subtitle, source, today, size, theme and the script's head are used.
 * PRG_EINPUT if there is nothing to draw. prg_drawing_clear *out after use, whatever was returned.
 */
prg_status prg_target_draw(const prg_target_result *result, size_t n, size_t page,
                           const prg_chart_options *options, prg_drawing *out, prg_error *error);

PRG_END_C

#endif
