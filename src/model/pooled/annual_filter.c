#include "model/pooled/annual_filter.h"

#include <math.h>

filter_gain filter_step(state_cov *p, double alpha, double beta, double phi, bool seen,
                        double noise) {
  double q_ll = p->ll + 2 * phi * p->lb + phi * phi * p->bb;
  double q_lb = phi * p->lb + phi * phi * p->bb, q_bb = phi * phi * p->bb;
  double f = q_ll + 1 + noise;
  filter_gain k = {seen ? (q_ll + alpha) / f : 0, seen ? (q_lb + beta) / f : 0, f};
  /* exactly 0 where nothing is unknown, whatever the rounding */
  bool known = seen && q_ll == 0 && q_bb == 0 && noise == 0;
  *p = known ? (state_cov){0, 0, 0}
             : (state_cov){fmax(q_ll + alpha * alpha - f * k.l * k.l, 0),
                           q_lb + alpha * beta - f * k.l * k.b,
                           fmax(q_bb + beta * beta - f * k.b * k.b, 0)};
  return k;
}
