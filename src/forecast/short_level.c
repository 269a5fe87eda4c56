#include "forecast/short_level.h"

#include <math.h>

#include "model/naive.h"

void short_level_clear(short_level *level) {
  if (level->state != NULL)
    prg_model_naive.free(level->state);
  prg_distribution_clear(&level->other);
  *level = (short_level){0};
}

/* Fits the walk and predicts as if it ended at the last figure of all. */
static prg_status walk(short_level *level, const prg_series *series, double last,
                       prg_distribution *out, prg_error *error) {
  prg_notes none = {0};
  prg_status status = prg_model_fit(&prg_model_naive, level->state, series, &none, error);
  if (status == PRG_OK)
    status = prg_model_naive.predict(level->state, out, error);
  if (status != PRG_OK)
    return status;
  size_t end = series->n;
  while (end > 0 && isnan(series->value[end - 1]))
    end--;
  level->shift = last - series->value[end - 1];
  for (size_t i = 0; i < out->horizon * out->n_probability; i++)
    out->quantile[i] += level->shift;
  return PRG_OK;
}

static double width(const prg_distribution *distribution) {
  return prg_distribution_quantile(distribution, 1, .975) -
         prg_distribution_quantile(distribution, 1, .025);
}

static prg_status prepare(short_level *level, const prg_distribution *like, prg_error *error) {
  prg_model_options options; /* are copied */
  prg_model_options_init(&options);
  if (level->state == NULL)
    level->state = prg_model_naive.alloc(&options);
  if (level->state == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  prg_distribution_clear(&level->other);
  return prg_distribution_init(&level->other, like->horizon, like->probability, like->n_probability,
                               error);
}

prg_status short_level_predict(short_level *level, const prg_series *before,
                               const prg_series *after, prg_distribution *out, prg_error *error) {
  double last = after->value[after->n - 1];
  bool by_before = prg_series_observed(before) >= 2, by_after = prg_series_observed(after) >= 2;
  prg_status status = prepare(level, out, error);
  if (status == PRG_OK && !by_before && !by_after)
    status = prg_fail(error, PRG_TEXT_FORECAST_ONE_FIGURE, PRG_ARGS(prg_string(after->name)));
  if (status == PRG_OK && by_before)
    status = walk(level, before, last, &level->other, error);
  if (status == PRG_OK && by_after)
    status = walk(level, after, last, out, error);
  bool wider = by_before && (!by_after || width(&level->other) > width(out));
  if (status != PRG_OK || !wider)
    return status;
  return walk(level, before, last, out, error); /* again, for the paths */
}

prg_status short_level_paths(const short_level *level, size_t horizon, size_t n_paths,
                             unsigned long seed, double *path, prg_error *error) {
  prg_status status = prg_model_naive.paths(level->state, horizon, n_paths, seed, path, error);
  for (size_t i = 0; status == PRG_OK && i < n_paths * horizon; i++)
    path[i] += level->shift;
  return status;
}
