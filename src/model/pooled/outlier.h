/* Which figure of a series stands apart from those around it. */
#ifndef MODEL_OUTLIER_H
#define MODEL_OUTLIER_H

#include <stddef.h>

/* How one figure departs from the line between its neighbours. */
typedef struct outlier_departure {
  size_t index;     /* of the figure; never the first or the last */
  double departure; /* figure − what its neighbours let expect */
  double noise;     /* robust standard deviation of the changes elsewhere; may be 0 */
} outlier_departure;

/*
 * The figure of value[0..n) (NaN: missing) with the largest departure from the line between the
 * figures before and after it:  d_t = v_t − (v_s + (v_u − v_s)(t − s)/(u − s)).
 *
 * The noise is 1.4826 times the median of the absolute changes from figure to figure that do not
 * touch this one: √2 σ for white noise of standard deviation σ, where d has √1.5 σ; σ for a random
 * walk with steps of σ, where d has √½ σ.
 *
 * The departure is 0 if there are fewer than six figures. A departure alone does not make an
 * outlier: that is for the caller to decide.
 */
outlier_departure outlier_search(const double *value, size_t n);

#endif
