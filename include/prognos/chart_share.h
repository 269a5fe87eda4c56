/* Pupils by share × population, with low and high population, and by other methods beside. */
#ifndef PROGNOS_CHART_SHARE_H
#define PROGNOS_CHART_SHARE_H

#include <prognos/chart.h>
#include <prognos/share.h>

PRG_BEGIN_C

/* Draws it as prg_spread_draw does: a line for each method that tells something, and the interval
 * of the share's forecast. The same errors. prg_drawing_clear *out after use. */
prg_status prg_share_draw(const prg_share *share, const prg_chart_options *options,
                          prg_drawing *out, prg_error *error);

PRG_END_C

#endif
