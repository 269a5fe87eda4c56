/* --scenarios with --chart: the scenarios of each series in one picture. */
#ifndef CLI_SCENARIO_CHART_H
#define CLI_SCENARIO_CHART_H

#include "cli/verb.h"

/*
 * Draws, for each series, how far apart n scenarios of `share` are, beside the picture of each;
 * `csv` is their forecasts, scenario by scenario, as scenarios_run writes them. Nothing without
 * --chart, or if there is but one.
 * PRG_EUSAGE if there are too many scenarios for one picture, or they are not of the same series.
 */
prg_status scenario_chart(command *run, const prg_buffer *csv, size_t n, prg_error *error);

#endif
