/* The sizes of charts that have names: what is written on a slide is too small in a report. */
#ifndef PROGNOS_CHART_SIZE_H
#define PROGNOS_CHART_SIZE_H

#include <prognos/chart.h>

PRG_BEGIN_C

typedef struct prg_chart_size {
  const char *name; /* "a4" */
  prg_text summary; /* what it is for, one line */
  int width, height;
  double text_scale, line_scale;
  int dots_per_inch;
} prg_chart_size;

/* The table, ended by a row without a name; the first is the default. */
extern const prg_chart_size prg_chart_sizes[];

/* Sets the options' size to that of a name, or of "1600x900": a slide of so many pixels. False, and
 * nothing is set, if it is neither; whether so large a picture can be drawn is told by
 * prg_chart_check_size. */
bool prg_chart_size_set(prg_chart_options *options, const char *name);

PRG_END_C

#endif
