/* A placed chart as gnuplot source. */
#ifndef PRESENT_CHART_SCRIPT_H
#define PRESENT_CHART_SCRIPT_H

#include "present/plot.h"

/* Appends the whole script. */
void prg_chart_script(const prg_plot *plot, prg_buffer *out);

#endif
