/* The figures of a series with their times: what a trend is fitted to. */
#ifndef PROGNOS_SAMPLE_H
#define PROGNOS_SAMPLE_H

#include <prognos/series.h>

typedef struct prg_sample {
  size_t n, capacity;
  double *t; /* shape (n): 1 for the first period of the series; increasing; owned */
  double *y; /* shape (n): the figures; owned */
  double last, centre, half_span; /* the last time, the mean of the times, half their range */
} prg_sample;

/* Reads the figures, missing ones skipped; false if memory is exhausted. Zero-initialise before the
 * first call; prg_sample_clear after the last. */
bool prg_sample_read(prg_sample *sample, const prg_series *series);
void prg_sample_clear(prg_sample *sample);

/* The largest absolute figure. */
double prg_sample_largest(const prg_sample *sample);

/*
 * Standard deviation of the rounding of the figures, u/√12, u being the unit in which they are
 * recorded (figures.h). No prediction is surer than the figures are exact. > 0.
 */
double prg_sample_rounding(const prg_sample *sample);

#endif
