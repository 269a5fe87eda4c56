/*
 * A cohort plan as a heat map: grades (or ages) by year, the colour and the figure in each cell the
 * number of persons, outcome and forecast side by side, the total below, and the largest cohort
 * outlined on its way up through the grades.
 */
#ifndef PROGNOS_CHART_COHORT_H
#define PROGNOS_CHART_COHORT_H

#include <prognos/chart.h>
#include <prognos/cohort_plan.h>

PRG_BEGIN_C

/*
 * Draws the plan; as many years of outcome as there is room for before the forecast. Of the options
 * the language, the title, subtitle, source, today, size, theme and the script's head are used.
 * PRG_EINPUT if there is no figure. prg_drawing_clear *out after use, whatever was returned.
 */
prg_status prg_cohort_draw(const prg_cohort_plan *plan, const prg_chart_options *options,
                           prg_drawing *out, prg_error *error);

PRG_END_C

#endif
