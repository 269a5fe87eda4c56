/*
 * Learning an annual prior for the pooled forecast from any panels: a nation's municipalities, a
 * county's schools, a collection of competition series. How: docs of src/evaluate/learn.c.
 */
#ifndef PROGNOS_LEARN_H
#define PROGNOS_LEARN_H

#include <stdint.h>

#include <prognos/prior_file.h>
#include <prognos/series.h>

PRG_BEGIN_C

typedef struct prg_learn_options {
  size_t nodes;       /* models kept, the four guards included: PRG_LEARN_NODES_MIN …
                         PRG_LEARN_NODES_MAX; default 0: PRG_LEARN_NODES, of a seasonal prior
                         PRG_LEARN_SEASONAL_NODES */
  size_t horizon;     /* periods that are forecast while learning: 1 … 20, default 6 */
  size_t origins;     /* of each series, the last and others random: 1 … 50, default 4 */
  size_t windows;     /* at most, drawn evenly from the panels: PRG_LEARN_WINDOWS_MIN …
                         PRG_LEARN_WINDOWS_MAX, default 6000 */
  unsigned long seed; /* default 1 */
  const prg_node_list *candidates; /* instead of the grid; default NULL; borrowed */
  size_t threads;                  /* >= 1, default 1: what is learned does not depend on it */
  bool likelihood_only; /* stops after EM: the weights that explain the series best, not those that
                           forecast best; nothing is pruned, no guards; default false */
} prg_learn_options;

#define PRG_LEARN_NODES 124
#define PRG_LEARN_NODES_MIN 8
#define PRG_LEARN_NODES_MAX 500
#define PRG_LEARN_HORIZON_MAX 20
#define PRG_LEARN_ORIGINS_MAX 50
#define PRG_LEARN_WINDOWS_MIN 50
#define PRG_LEARN_WINDOWS_MAX 100000

void prg_learn_options_init(prg_learn_options *options);

struct prg_learn_sample;

typedef struct prg_learned {
  prg_node_list prior; /* owned; weights sum to 1 */
  uint64_t series;     /* that gave at least one window */
  uint64_t left_out;   /* seasonal, or with fewer than five figures */
  size_t windows;
  size_t candidates;
  double loss_before,
      loss_after; /* mean loss over the windows of a tenth of the series, set aside: EM's weights,
                     and what was learned; between 1 and 2 on competition series */
} prg_learned;

/*
 * Learns from the series of the panels that have no season and at least five figures; the names of
 * a panel's series tell them apart. Deterministic for a seed, whatever their order. PRG_EREFUSED if
 * there is none; PRG_EINPUT if a figure is too large; PRG_ENOMEM. prg_learned_clear it after use,
 * whatever was returned. More series than there is room for: learn_sample.h.
 */
prg_status prg_learn_annual(const prg_panel *const *panel, size_t n_panels,
                            const prg_learn_options *options, prg_learned *out, prg_error *error);
/* The same from a sample. Of the options nodes, candidates, seed, threads and likelihood_only
 * count; the others are those that it was drawn with. */
prg_status prg_learn_annual_sample(struct prg_learn_sample *sample,
                                   const prg_learn_options *options, prg_learned *out,
                                   prg_error *error);
void prg_learned_clear(prg_learned *learned);

PRG_END_C

#endif
