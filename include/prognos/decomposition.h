/*
 * A series taken apart: figure = trend + season + remainder, by local regression (STL: Cleveland,
 * Cleveland, McRae, Terpenning, J. Official Statistics 6, 1990), as R's stl.
 */
#ifndef PROGNOS_DECOMPOSITION_H
#define PROGNOS_DECOMPOSITION_H

#include <prognos/series.h>

PRG_BEGIN_C

typedef struct prg_decomposition_options {
  size_t season_window; /* seasons that shape one season's pattern; odd, >= 3; default 11 */
  bool robust;          /* outliers go to the remainder; default false */
} prg_decomposition_options;

void prg_decomposition_options_init(prg_decomposition_options *options);

typedef struct prg_decomposition {
  prg_period start;                   /* of the first figure */
  size_t n;                           /* periods from the first figure to the last */
  double *trend, *season, *remainder; /* shape (n), in the unit of the figures; owned */
  /* Strength of trend and season, 0 … 1: 1 − var(remainder)/var(part + remainder), not below 0
   * (Wang, Smith, Hyndman, Data Mining and Knowledge Discovery 13, 2006). */
  double trend_strength, season_strength;
} prg_decomposition;

/*
 * PRG_EREFUSED if the series has no season, less than two seasons and a period, or a period without
 * a figure between the first and the last. prg_decomposition_clear it after use.
 */
prg_status prg_decompose(const prg_series *series, const prg_decomposition_options *options,
                         prg_decomposition *decomposition, prg_error *error);
void prg_decomposition_clear(prg_decomposition *decomposition);

PRG_END_C

#endif
