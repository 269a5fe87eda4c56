#include <prognos/sparkline.h>

#include <math.h>

#define BLOCKS 8

static const char *const block[BLOCKS] = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};

static size_t height(double value, double low, double high) {
  if (!(high > low))
    return BLOCKS / 2 - 1;
  double part = (value - low) / (high - low) * BLOCKS;
  if (!(part > 0))
    return 0;
  return part >= BLOCKS ? BLOCKS - 1 : (size_t)part;
}

void prg_sparkline_add(prg_buffer *out, const double *value, size_t n, double low, double high) {
  for (size_t t = 0; t < n; t++)
    prg_buffer_add(out, isnan(value[t]) ? " " : block[height(value[t], low, high)]);
}
