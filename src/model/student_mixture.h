/*
 * Quantiles of a mixture of Student-t distributions of the same degrees of freedom, some of them on
 * the log scale:
 *
 *   F(x) = Σ_k w_k T_ν((g_k(x) − location_k) / scale_k),   g = identity, or log (F = 0 for x <= 0).
 */
#ifndef MODEL_STUDENT_MIXTURE_H
#define MODEL_STUDENT_MIXTURE_H

#include <stdbool.h>
#include <stddef.h>

/* T_ν as a cubic Hermite table over u = t/√(ν+t²) in [−1, 1], which is smooth in all of T's range:
 * the error is below 1e-8 for ν up to 1000. */
#define PRG_STUDENT_CELLS 1024

typedef struct prg_student_table {
  double df; /* 0: not yet made */
  double value[PRG_STUDENT_CELLS + 1];
  double slope[PRG_STUDENT_CELLS + 1]; /* dT/du, per cell */
} prg_student_table;

/* Makes the table for df > 0; nothing to do if it is there. */
void prg_student_table_set(prg_student_table *table, double df);
/* T_ν(t), and its density in *density. */
double prg_student_cdf(const prg_student_table *table, double t, double *density);

typedef struct prg_mixture_component {
  double weight; /* > 0, sum 1 */
  double location, scale;
  bool log;
} prg_mixture_component;

/* The largest exponent of a component on the log scale: a factor of 1e26 from its unit is farther
 * than any figure lies, and nothing overflows. */
#define PRG_MIXTURE_LOG_MAX 60.0

/*
 * The p-quantile, p in (0, 1); student_quantile is T_ν⁻¹(p). Newton on the logit scale within the
 * exact bracket that the components' own quantiles make, to |F − p| <= 1e-6 min(p, 1−p).
 */
double prg_mixture_quantile(const prg_student_table *table, const prg_mixture_component *component,
                            size_t n, double p, double student_quantile);

#endif
