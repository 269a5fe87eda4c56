/* The level that a chart's series are compared with: a capacity, or places that change in steps. */
#ifndef PRESENT_LEVEL_H
#define PRESENT_LEVEL_H

#include <prognos/chart.h>

#include "present/chart/outline.h"

/* True if there is one for the unit at any time. */
bool prg_level_is_given(const prg_chart_options *options, const char *unit);
/* NaN if none is known in the period. */
double prg_level_at(const prg_chart_options *options, const char *unit, prg_period period);
/* Whether the last figure is above it already. */
bool prg_level_is_passed(const prg_chart_options *options, const prg_outline *series);
/* The first period h whose point forecast is above it; 0 if none is. */
size_t prg_level_crossing(const prg_chart_options *options, const prg_outline *series);
/* The period after the last one above it, when the last figure or a forecast was; 0 if none was, or
 * the forecast ends above it. */
size_t prg_level_room_again(const prg_chart_options *options, const prg_outline *series);

#endif
