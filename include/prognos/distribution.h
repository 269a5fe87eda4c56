/*
 * A predictive distribution per period ahead, as its quantiles at given probabilities. It is what
 * every model hands out, whatever it was made from, and what everything downstream reads: the point
 * forecast is the median, an interval is two quantiles; nobody computes mean ± z·s elsewhere.
 */
#ifndef PROGNOS_DISTRIBUTION_H
#define PROGNOS_DISTRIBUTION_H

#include <stddef.h>

#include <prognos/error.h>

PRG_BEGIN_C

typedef struct prg_distribution {
  size_t horizon;
  size_t n_probability;
  double *probability; /* shape (n_probability): increasing, in (0, 1); owned */
  double *quantile;    /* shape (horizon, n_probability): nondecreasing in a row; owned */
  double lower, upper; /* bounds of the value, which no quantile passes; ∓infinity if none */
} prg_distribution;

/* The standard grid: .005 .01 .025 .05 .10 .15 … .90 .95 .975 .99 .995. Static storage. */
extern const double prg_standard_probability[];
extern const size_t prg_standard_probability_count;

/* Room for horizon × n quantiles (all 0) at the copied probabilities; no bounds. */
prg_status prg_distribution_init(prg_distribution *distribution, size_t horizon,
                                 const double *probability, size_t n, prg_error *error);
void prg_distribution_clear(prg_distribution *distribution);

/*
 * The p-quantile of the period h ahead (h = 1 … horizon): exact at the grid's probabilities, a
 * monotone cubic in the normal score Φ⁻¹(p) between them, linear beyond the last two, but never
 * beyond a bound. p in (0, 1).
 */
double prg_distribution_quantile(const prg_distribution *distribution, size_t h, double p);

/* The inverse of that: the probability that the value h ahead is greater than x. */
double prg_distribution_prob_above(const prg_distribution *distribution, size_t h, double x);

/*
 * Fills row h with the quantiles of location + scale · T, T being Student-t with df degrees of
 * freedom (infinity: normal).
 */
void prg_distribution_set_student(prg_distribution *distribution, size_t h, double location,
                                  double scale, double df);

/*
 * Applies an increasing function to every quantile, for a model on a transformed scale.
 */
void prg_distribution_map(prg_distribution *distribution, double (*increasing)(double, void *),
                          void *data);

/* Raises every quantile below `lower` to it, which becomes a bound; the same from above. */
void prg_distribution_clamp_below(prg_distribution *distribution, double lower);
void prg_distribution_clamp_above(prg_distribution *distribution, double upper);

PRG_END_C

#endif
