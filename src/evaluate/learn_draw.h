/* Random numbers that depend on what they are for, not on when they are drawn. */
#ifndef EVALUATE_LEARN_DRAW_H
#define EVALUATE_LEARN_DRAW_H

#include <stddef.h>
#include <stdint.h>

/* Those of one series. A plain value. */
typedef struct learn_draw {
  uint64_t state;
} learn_draw;

/* Of the series of that name in that panel. */
learn_draw learn_draw_begin(unsigned long seed, size_t panel, const char *name);
/* The next 64 random bits: splitmix64 (Steele, Lea, Flood 2014). */
uint64_t learn_draw_bits(learn_draw *draw);
/* In [0, 1). */
double learn_draw_uniform(learn_draw *draw);
/* 0 … n − 1; 1 <= n < 2³². */
size_t learn_draw_below(learn_draw *draw, size_t n);

/* Other bits for each 64 bits: a place in an order that has nothing to do with theirs. */
uint64_t learn_draw_other(uint64_t bits);

#endif
