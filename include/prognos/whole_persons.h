/* Forecasts in whole persons, whose parts still sum to their totals. */
#ifndef PROGNOS_WHOLE_PERSONS_H
#define PROGNOS_WHOLE_PERSONS_H

#include <prognos/forecast.h>
#include <prognos/hierarchy.h>

PRG_BEGIN_C

/*
 * Makes whole numbers of reconciled forecasts, forecast[i] being that of series i of the panel:
 * each point goes to the whole number above or below it so that all sums hold and the moves are
 * least, which for one sum is the method of the largest remainder; quantiles go outward.
 * `hierarchy` may be NULL: then every point goes to the nearest. PRG_ENOMEM.
 */
prg_status prg_whole_persons(const prg_panel *panel, const prg_hierarchy *hierarchy,
                             prg_forecast *forecast, prg_error *error);

PRG_END_C

#endif
