#include "model/trend/sample.h"

#include <math.h>
#include <stdlib.h>

#include "model/figures.h"

static bool reserve(prg_sample *sample, size_t n) {
  if (n <= sample->capacity)
    return true;
  double *t = realloc(sample->t, n * sizeof *t);
  if (t != NULL)
    sample->t = t;
  double *y = realloc(sample->y, n * sizeof *y);
  if (y != NULL)
    sample->y = y;
  if (t == NULL || y == NULL)
    return false;
  sample->capacity = n;
  return true;
}

bool prg_sample_read(prg_sample *sample, const prg_series *series) {
  if (!reserve(sample, series->n + 1))
    return false;
  sample->n = 0;
  sample->centre = 0;
  for (size_t i = 0; i < series->n; i++) {
    if (isnan(series->value[i]))
      continue;
    sample->t[sample->n] = (double)(i + 1);
    sample->y[sample->n++] = series->value[i];
    sample->centre += (double)(i + 1);
  }
  if (sample->n == 0)
    return true;
  sample->last = sample->t[sample->n - 1];
  sample->centre /= (double)sample->n;
  sample->half_span = fmax(1, sample->last - sample->t[0]) / 2;
  return true;
}

void prg_sample_clear(prg_sample *sample) {
  free(sample->t);
  free(sample->y);
  *sample = (prg_sample){0};
}

double prg_sample_largest(const prg_sample *sample) {
  double largest = 0;
  for (size_t i = 0; i < sample->n; i++)
    largest = fmax(largest, fabs(sample->y[i]));
  return largest;
}

double prg_sample_rounding(const prg_sample *sample) {
  return prg_rounding_unit(sample->y, sample->n) / sqrt(12);
}
