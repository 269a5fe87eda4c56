#include <prognos/whole_persons.h>

#include <math.h>
#include <stdlib.h>

#include "plan/cells/rounding.h"
#include "plan/cells/sum_rows.h"

/* The median becomes `point`, and what lies below or above it stays there. */
static void round_row(prg_distribution *distribution, size_t h, double point) {
  double *row = distribution->quantile + (h - 1) * distribution->n_probability;
  for (size_t q = 0; q < distribution->n_probability; q++) {
    double p = distribution->probability[q];
    row[q] = p < .5 ? fmin(floor(row[q]), point) : p > .5 ? fmax(ceil(row[q]), point) : point;
  }
}

static bool round_forecasts(size_t n, sum_rows *rows, prg_forecast *forecast) {
  double *value = calloc(n + 1, sizeof *value), *rounded = calloc(n + 1, sizeof *rounded);
  bool done = value != NULL && rounded != NULL;
  size_t horizon = n > 0 ? forecast[0].distribution.horizon : 0;
  rows->cells.value = value;
  for (size_t h = 1; h <= horizon && done; h++) {
    for (size_t i = 0; i < n; i++)
      value[i] = prg_forecast_point(&forecast[i], h);
    done = round_cells(&rows->cells, 1, rounded, NULL);
    for (size_t i = 0; i < n && done; i++)
      round_row(&forecast[i].distribution, h, rounded[i]);
  }
  free(value);
  free(rounded);
  return done;
}

prg_status prg_whole_persons(const prg_panel *panel, const prg_hierarchy *hierarchy,
                             prg_forecast *forecast, prg_error *error) {
  sum_rows rows;
  bool done =
      sum_rows_init(&rows, panel->n, hierarchy) && round_forecasts(panel->n, &rows, forecast);
  sum_rows_clear(&rows);
  return done ? PRG_OK : prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
}
