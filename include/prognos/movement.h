/* Which forecasts have moved more than their own uncertainty since they were made last. */
#ifndef PROGNOS_MOVEMENT_H
#define PROGNOS_MOVEMENT_H

#include <prognos/forecast_csv.h>

PRG_BEGIN_C

typedef struct prg_movement {
  const char *series; /* its name; borrowed from the later set */
  prg_period period;  /* the first that moved */
  double before, after;
  double lower, upper; /* the interval that was said before */
  double level;        /* how much of the probability that held, such as 0.80 */
} prg_movement;

/*
 * Compares the series that both sets have, by name, over the periods that both forecast: a series
 * has moved if its median now lies outside the narrowest interval it had then. *movement: shape
 * (*n), the later set's order; to be freed. PRG_ENOMEM.
 */
prg_status prg_movement_find(const prg_forecast_set *before, const prg_forecast_set *after,
                             prg_movement **movement, size_t *n, prg_error *error);

PRG_END_C

#endif
