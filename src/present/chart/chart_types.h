/* The types of charts, for the table in chart.c. */
#ifndef PRESENT_CHART_CHART_TYPES_H
#define PRESENT_CHART_CHART_TYPES_H

#include <prognos/chart.h>

extern const prg_chart_type prg_chart_fan, prg_chart_bars, prg_chart_change, prg_chart_stack;
extern const prg_chart_type prg_chart_multiples;
extern const prg_chart_type prg_chart_seasonal;

#endif
