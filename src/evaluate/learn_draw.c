#include "evaluate/learn_draw.h"

#include <string.h>

#include <prognos/hash.h>

/* Stafford's thirteenth mix of 64 bits, one to one. */
static uint64_t mix(uint64_t z) {
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
  return z ^ (z >> 31);
}

learn_draw learn_draw_begin(unsigned long seed, size_t panel, const char *name) {
  uint64_t number = mix(mix(seed) + panel);
  return (learn_draw){mix(number ^ prg_hash(name, strlen(name)))};
}

uint64_t learn_draw_bits(learn_draw *draw) {
  draw->state += 0x9e3779b97f4a7c15u;
  return mix(draw->state);
}

double learn_draw_uniform(learn_draw *draw) {
  return (double)(learn_draw_bits(draw) >> 11) * 0x1p-53;
}

size_t learn_draw_below(learn_draw *draw, size_t n) {
  return (size_t)(((learn_draw_bits(draw) >> 32) * n) >> 32);
}

uint64_t learn_draw_other(uint64_t bits) {
  return mix(bits ^ 0x6a09e667f3bcc909u);
}
