/* The period that the titles above a table name: "Läsår 2022/23". */
#ifndef SERIES_TITLE_PERIOD_H
#define SERIES_TITLE_PERIOD_H

#include <prognos/frame.h>
#include <prognos/period.h>

/*
 * Sets *period, and *line to where it stands first, if the titles name one period only. Days do not
 * count: they tell when a file was made.
 */
bool title_period(const prg_frame *frame, prg_period *period, size_t *line);

#endif
