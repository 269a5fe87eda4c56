/*
 * Learning a seasonal prior for the pooled forecast from panels of series of one season: quarters,
 * months, weeks. How: docs of src/evaluate/learn_seasonal.c.
 */
#ifndef PROGNOS_LEARN_SEASONAL_H
#define PROGNOS_LEARN_SEASONAL_H

#include <prognos/learn.h>
#include <prognos/seasonal_prior_file.h>

PRG_BEGIN_C

#define PRG_LEARN_SEASONAL_NODES 400 /* kept, unless asked otherwise; the four guards included */

typedef struct prg_learned_seasonal {
  prg_seasonal_node_list prior; /* owned; weights sum to 1 */
  size_t season;                /* periods */
  uint64_t series, left_out;    /* that gave at least one window, and that gave none */
  size_t windows, candidates;
  /* Mean log density of the windows of a tenth, set aside, in nats per window: under the prior, and
   * were all candidates as likely. 0 if there are too few windows for that. */
  double log_score, log_score_flat;
} prg_learned_seasonal;

/*
 * Learns from the series of the panels that have the season that most have, if none is without; of
 * several seasons the shortest. Of the options, nodes, windows, seed and threads
 * count. Deterministic for a
 * seed, whatever the order of the series, which their names tell apart. PRG_EREFUSED if there is no
 * such series; PRG_EINPUT if a figure is too large; PRG_ENOMEM. prg_learned_seasonal_clear it after
 * use, whatever was returned.
 */
prg_status prg_learn_seasonal(const prg_panel *const *panel, size_t n_panels,
                              const prg_learn_options *options, prg_learned_seasonal *out,
                              prg_error *error);
/* The same from a sample. Of the options, nodes, seed and threads count. */
prg_status prg_learn_seasonal_sample(struct prg_learn_sample *sample,
                                     const prg_learn_options *options, prg_learned_seasonal *out,
                                     prg_error *error);
void prg_learned_seasonal_clear(prg_learned_seasonal *learned);

PRG_END_C

#endif
