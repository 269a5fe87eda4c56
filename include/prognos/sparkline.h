/* A line of eight heights of block, ▁▂▃▄▅▆▇█: a series at a glance in a line of text. */
#ifndef PROGNOS_SPARKLINE_H
#define PROGNOS_SPARKLINE_H

#include <stddef.h>

#include <prognos/buffer.h>

PRG_BEGIN_C

/*
 * Appends one block for each value[0..n), from the lowest block at `low` to the full one at `high`,
 * a blank where the value is NaN. The middle block if low = high.
 */
void prg_sparkline_add(prg_buffer *out, const double *value, size_t n, double low, double high);

PRG_END_C

#endif
