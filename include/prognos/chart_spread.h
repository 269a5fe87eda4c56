/* One series, and how far apart what several methods or assumptions say of its future is. */
#ifndef PROGNOS_CHART_SPREAD_H
#define PROGNOS_CHART_SPREAD_H

#include <prognos/chart.h>

PRG_BEGIN_C

typedef struct prg_spread_line {
  const char *name;    /* "rät linje"; borrowed */
  const double *value; /* shape (horizon): NaN where it tells nothing; borrowed */
} prg_spread_line;

typedef struct prg_spread {
  const prg_series *series;    /* what has been; borrowed */
  const char *name;            /* what it is called here; NULL: the name of the series; borrowed */
  prg_period origin;           /* its last period with a figure */
  size_t horizon;              /* periods after it, >= 1 */
  const prg_spread_line *line; /* shape (n), n = 1 … PRG_CHART_SERIES_MAX; borrowed */
  size_t n;
  const prg_forecast *band; /* its 80 per cent interval is shown quietly; NULL: none; borrowed */
  bool are_scenarios;       /* what differs is what is assumed, and not the method */
} prg_spread;

/*
 * Draws it. PRG_EINPUT if the series has no figure or they are too large, PRG_EUSAGE if the
 * picture's size will not do. prg_drawing_clear *out after use, whatever is returned.
 */
prg_status prg_spread_draw(const prg_spread *spread, const prg_chart_options *options,
                           prg_drawing *out, prg_error *error);

PRG_END_C

#endif
