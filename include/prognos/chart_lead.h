/*
 * The accuracy of a backtest as a chart: how wrong the forecast has been by how far ahead, beside
 * assuming no change and beside other models, with the number of forecasts behind each point and
 * how many outcomes its intervals held.
 */
#ifndef PROGNOS_CHART_LEAD_H
#define PROGNOS_CHART_LEAD_H

#include <prognos/backtest_summary.h>
#include <prognos/chart.h>

PRG_BEGIN_C

/* What the summary is of. */
typedef struct prg_lead_subject {
  prg_frequency frequency; /* that leads count in */
  const char *name;        /* of the only series; NULL if there are more. Borrowed */
} prg_lead_subject;

/*
 * Draws the mean error in per cent (MAPE), or where an outcome is 0 in mean changes (MASE), of the
 * first model, of naive, and of the best of the others that took part in every series. Of the
 * options the language, the title, subtitle, source, today, size, theme and the script's head are
 * used. PRG_EINPUT if there is no outcome. prg_drawing_clear *out after use, whatever was returned.
 */
prg_status prg_lead_draw(const prg_backtest_summary *summary, const prg_lead_subject *subject,
                         const prg_chart_options *options, prg_drawing *out, prg_error *error);

PRG_END_C

#endif
