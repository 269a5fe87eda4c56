/*
 * The linear pool: the distribution that draws one of several forecasts by its weight,
 * F(x) = Σ w_k F_k(x). Its quantiles come from that function; averaging the members' limits would
 * give intervals that hold for none of them. (Stone 1961; Hora 2004, Management Science 50.)
 */
#ifndef MODEL_BLEND_H
#define MODEL_BLEND_H

#include <stdbool.h>

#include <prognos/distribution.h>

#define BLEND_MEMBERS 8

typedef struct blend {
  size_t n;                                      /* 1 … BLEND_MEMBERS */
  const prg_distribution *member[BLEND_MEMBERS]; /* of one horizon and probabilities; borrowed */
  double weight[BLEND_MEMBERS];                  /* > 0, sum 1 */
} blend;

/* Fills out->quantile, of the same horizon and probabilities, to 1e-12 of the size of x. */
void blend_quantiles(const blend *members, prg_distribution *out);

/* How many of n paths each member draws: n w_k in the long run, each path's member at random from
 * the seed. choice: shape (n), the member of each path. False if memory is exhausted. */
bool blend_choose(const blend *members, size_t n, unsigned long seed, unsigned char *choice);

#endif
