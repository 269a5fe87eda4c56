#include "evaluate/learn_seasonal_case.h"

#include <math.h>

#include "evaluate/learn_draw.h"

#define FEWEST LEARN_SEASONAL_SHORTEST

/* Makes [*begin, *end) begin and end with a figure; false if it has too few. */
static bool trim_window(const double *y, size_t *begin, size_t *end) {
  size_t figures = 0;
  while (*begin < *end && isnan(y[*begin]))
    ++*begin;
  while (*end > *begin && isnan(y[*end - 1]))
    --*end;
  for (size_t t = *begin; t < *end; t++)
    figures += isnan(y[t]) ? 0 : 1;
  return figures >= FEWEST;
}

/* The window of at most `length` periods before `end`, if it has figures. */
static prg_status draw_window(prg_learn_sample *sample, learn_stratum *stratum,
                              const prg_series *series, size_t end, size_t length,
                              uint64_t priority, size_t *made, prg_error *error) {
  size_t begin = end > length ? end - length : 0;
  if (!trim_window(series->value, &begin, &end))
    return PRG_OK;
  ++*made;
  learn_case item = {.priority = priority, .n = end - begin};
  return learn_stratum_wants(stratum, priority)
             ? learn_sample_keep(sample, stratum, &item, series, begin, error)
             : PRG_OK;
}

prg_status learn_seasonal_case_draw(prg_learn_sample *sample, learn_stratum *stratum,
                                    const prg_series *series, size_t *made, prg_error *error) {
  const size_t n = series->n, m = (size_t)stratum->season, most = LEARN_SEASONAL_LONGEST(m);
  *made = 0;
  if (n <= m + FEWEST)
    return PRG_OK;
  learn_draw draw = learn_draw_begin(sample->options.seed, stratum->panel, series->name);
  uint64_t priority = learn_draw_bits(&draw), of_stretch = learn_draw_bits(&draw);
  double span = (double)most / (double)m, drawn = (double)m * pow(span, learn_draw_uniform(&draw));
  size_t end = m + FEWEST + learn_draw_below(&draw, n - m - FEWEST + 1);
  prg_status status = draw_window(sample, stratum, series, n, most, priority, made, error);
  if (status == PRG_OK)
    status = draw_window(sample, stratum, series, end, (size_t)fmax(drawn, FEWEST), of_stretch,
                         made, error);
  return status;
}
