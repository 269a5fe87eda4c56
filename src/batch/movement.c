#include <prognos/movement.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* The least of the intervals that the forecast's quantiles make; NaN if it has only the median. */
static double narrowest(const prg_distribution *distribution) {
  double level = NAN;
  for (size_t k = 0; k < distribution->n_probability; k++) {
    double p = distribution->probability[k];
    if (p > 0.5 && !(1 - 2 * (1 - p) >= level))
      level = 1 - 2 * (1 - p);
  }
  return level;
}

/* The first period that both forecast and that has moved. */
static bool find_period(const prg_forecast *before, const prg_forecast *after,
                        prg_movement *movement) {
  movement->level = narrowest(&before->distribution);
  if (isnan(movement->level) || before->origin.frequency != after->origin.frequency)
    return false;
  long later = prg_period_distance(before->origin, after->origin);
  for (size_t h = 1; h <= after->distribution.horizon; h++) {
    long then = (long)h + later;
    if (then < 1 || (size_t)then > before->distribution.horizon)
      continue;
    movement->period = prg_forecast_period(after, h);
    movement->before = prg_forecast_point(before, (size_t)then);
    movement->after = prg_forecast_point(after, h);
    prg_forecast_interval(before, (size_t)then, movement->level, &movement->lower,
                          &movement->upper);
    if (movement->after < movement->lower || movement->after > movement->upper)
      return true;
  }
  return false;
}

static const prg_forecast *find_series(const prg_forecast_set *set, const char *name) {
  for (size_t i = 0; i < set->panel.n; i++)
    if (strcmp(set->panel.series[i].name, name) == 0)
      return &set->forecast[i];
  return NULL;
}

prg_status prg_movement_find(const prg_forecast_set *before, const prg_forecast_set *after,
                             prg_movement **movement, size_t *n, prg_error *error) {
  *n = 0;
  *movement = calloc(after->panel.n + 1, sizeof **movement);
  if (*movement == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  for (size_t i = 0; i < after->panel.n; i++) {
    const prg_forecast *then = find_series(before, after->panel.series[i].name);
    prg_movement one = {.series = after->panel.series[i].name};
    if (then != NULL && find_period(then, &after->forecast[i], &one))
      (*movement)[(*n)++] = one;
  }
  return PRG_OK;
}
