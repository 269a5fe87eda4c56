/*
 * Seasonal adjustment as the Theta method has it since the M3 competition: classical decomposition,
 * if the autocorrelation at the season is significant at 90 per cent; multiplicative if every
 * figure is positive, else additive.
 */
#ifndef MODEL_SEASONAL_ADJUSTMENT_H
#define MODEL_SEASONAL_ADJUSTMENT_H

#include <prognos/series.h>

typedef struct prg_seasonal_adjustment {
  bool adjusted, multiplicative;
  size_t n, m;
  double *index; /* shape (m): of position t mod m; owned */
  double *trend; /* shape (n): the moving average; owned */
  size_t index_room, trend_room;
} prg_seasonal_adjustment;

/* Zero-initialise before the first call; prg_seasonal_adjustment_clear after the last. Finds the
 * season of y[0..n), m periods long, NaN where a figure is missing, and writes the adjusted figures
 * (or the figures, if there is no season) to x: shape (n). False if memory is exhausted. */
bool prg_seasonal_adjust(prg_seasonal_adjustment *season, const double *y, size_t n, size_t m,
                         double *x);
void prg_seasonal_adjustment_clear(prg_seasonal_adjustment *season);

/* What turns a forecast of x, h ahead, into one of figures: factor · x + term. */
void prg_seasonal_adjustment_undo(const prg_seasonal_adjustment *season, size_t h, double *factor,
                                  double *term);

#endif
