/*
 * Sum control: whether the figures of the parts add up to those of their total, period by period.
 *
 * From reference year 2025 on, Statistics Sweden adds a small random whole number to every count
 * of its population statistics that is not zero, totals included, independently of each other
 * (cell key method; scb.se/FAQ-CKM): parts then need not sum, and a small difference is no error.
 * How large the number may be is not published; what is taken for noise is a difference of at most
 * 3 √(parts + 1) persons, the errors of parts and total adding up as independent ones do.
 */
#ifndef PROGNOS_SUM_CONTROL_H
#define PROGNOS_SUM_CONTROL_H

#include <prognos/hierarchy.h>

PRG_BEGIN_C

/* One sum in one period. */
typedef enum prg_sum_outcome {
  PRG_SUM_EXACT,
  PRG_SUM_TOLERATED,    /* differs by no more than the tolerance */
  PRG_SUM_NOISE,        /* differs by what noise that was added on purpose explains */
  PRG_SUM_WRONG,        /* differs */
  PRG_SUM_UNCHECKED,    /* total or part without a figure */
  PRG_SUM_NOT_ADDITIVE, /* shares, indices, means: they are not to be summed */
  PRG_SUM_OUTCOMES
} prg_sum_outcome;

typedef struct prg_sum_options {
  double tolerance; /* >= 0, in the figures' unit; default 0 */
  int noise_from;   /* first year with noise; default 0: no noise, or PRG_NOISE_FROM in a sum whose
                       series are all of the kind area-total */
  bool cautious;    /* default false: that it is a sum is but a guess. Figures with decimals of no
                       known kind, and totals that always lie among their parts like means, are
                       PRG_SUM_NOT_ADDITIVE */
} prg_sum_options;

#define PRG_NOISE_FROM 2025

void prg_sum_options_init(prg_sum_options *options);

typedef struct prg_sum_figures {
  size_t sum; /* of the hierarchy */
  prg_period period;
  double parts, total; /* NaN if unchecked */
} prg_sum_figures;

typedef struct prg_sum_account {
  size_t count[PRG_SUM_OUTCOMES];          /* of sums and periods */
  prg_sum_figures first[PRG_SUM_OUTCOMES]; /* of those, where there is one */
} prg_sum_account;

/*
 * Checks every sum in every period that the total or a part has an entry for. A period that is a
 * gap in all of them is none.
 */
void prg_sum_control(const prg_hierarchy *hierarchy, const prg_panel *panel,
                     const prg_sum_options *options, prg_sum_account *account);

PRG_END_C

#endif
