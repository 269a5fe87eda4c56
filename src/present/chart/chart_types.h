/* The types of charts, for the table in chart.c. */
#ifndef PRESENT_CHART_CHART_TYPES_H
#define PRESENT_CHART_CHART_TYPES_H

#include <prognos/chart.h>

extern const prg_chart_type prg_chart_fan;
extern const prg_chart_type prg_chart_multiples;
extern const prg_chart_type prg_chart_seasonal;
extern const prg_chart_type prg_chart_spread;
extern const prg_chart_type prg_chart_vintages;

#endif
