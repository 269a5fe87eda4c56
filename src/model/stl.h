/* Seasonal and trend decomposition by local regression (STL). */
#ifndef MODEL_STL_H
#define MODEL_STL_H

#include <stdbool.h>
#include <stddef.h>

/* A window is the number of neighbours that have weight: odd, >= 3. */
typedef struct prg_stl_options {
  size_t season_window, trend_window, low_window;
  size_t inner; /* passes */
  size_t outer; /* rounds more with robustness weights; 0: not robust */
} prg_stl_options;

/* As R's stl(s.window = season_window): t.window = 1.5 m / (1 − 1.5/season_window) and l.window = m
 * upward to odd, two passes; robust as its robust = TRUE: one pass, fifteen rounds more. */
void prg_stl_options_init(prg_stl_options *options, size_t m, size_t season_window);
void prg_stl_options_init_robust(prg_stl_options *options, size_t m, size_t season_window);

/*
 * y = season + trend + remainder; y, season, trend: shape (n), n >= 2 m + 1, m >= 2.
 * Constant smoothing across a season's own periods, linear elsewhere, every ceil(window/10)-th
 * point computed and the others interpolated, as R's stl. Returns false if memory is exhausted.
 * Reference: Cleveland, Cleveland, McRae, Terpenning, J. Official Statistics 6(1), 1990.
 */
bool prg_stl(const double *y, size_t n, size_t m, const prg_stl_options *options, double *season,
             double *trend);

#endif
