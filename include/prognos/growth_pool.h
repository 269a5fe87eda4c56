/*
 * Pooling of growth across units: what a forecast says of one unit's growth is pulled toward what
 * the forecasts of its peers say, by an amount that the data decide. It helps where units share
 * what makes them grow (municipalities of a region, schools of a town) and the own figures are few.
 */
#ifndef PROGNOS_GROWTH_POOL_H
#define PROGNOS_GROWTH_POOL_H

#include <prognos/forecast.h>

PRG_BEGIN_C

#define PRG_GROWTH_PEERS 3 /* at least so many */

/*
 * Pools the growth of *forecast with that of peer[0..n), forecasts by the same model to at least
 * the same horizon. A peer of the same name is the unit itself, and no peer. Every quantile h
 * periods ahead, and path: shape (n_paths, horizon), or NULL, is multiplied so that the median
 * grows as pooled: the spread stays as it was in per cent. The weight goes to the notes.
 *
 * Growth is of logarithms. A forecast with a figure or a median that is 0 or less is left as it is,
 * and its note says so; such peers do not count. PRG_EREFUSED if there are fewer than
 * PRG_GROWTH_PEERS peers, or if the series has seasons; PRG_ENOMEM.
 */
prg_status prg_growth_pool(const prg_forecast *peer, size_t n, prg_forecast *forecast, double *path,
                           size_t n_paths, prg_error *error);

PRG_END_C

#endif
