/* The types of charts, for the table in chart.c. */
#ifndef PRESENT_CHART_CHART_TYPES_H
#define PRESENT_CHART_CHART_TYPES_H

#include <prognos/chart.h>

extern const prg_chart_type prg_chart_fan;

#endif
