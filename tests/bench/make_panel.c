/*
 * Writes a long CSV of annual series, grouped by series: make_panel N YEARS. Whole numbers that
 * wander, the same in every run.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

/* Marsaglia, "Xorshift RNGs", Journal of Statistical Software 8(14), 2003. */
static uint64_t next(uint64_t *state) {
  *state ^= *state << 13;
  *state ^= *state >> 7;
  *state ^= *state << 17;
  return *state;
}

int main(int argc, char **argv) {
  long series = argc > 1 ? atol(argv[1]) : 1000000, years = argc > 2 ? atol(argv[2]) : 20;
  uint64_t state = UINT64_C(88172645463325252);
  puts("series,period,value");
  for (long s = 1; s <= series; s++) {
    long value = 20 + (long)(next(&state) % 3000), step = 1 + value / 12;
    for (long t = 0; t < years; t++) {
      printf("s%ld,%ld,%ld\n", s, 2025 - years + t, value);
      value += (long)(next(&state) % (uint64_t)(2 * step + 1)) - step;
      value = value < 0 ? 0 : value;
    }
  }
  return ferror(stdout) || fclose(stdout) != 0;
}
