/* Pooled exponential smoothing for series without a season: see docs/method.md. */
#ifndef MODEL_POOLED_ANNUAL_H
#define MODEL_POOLED_ANNUAL_H

#include <prognos/model.h>

#include "model/pooled/annual_grid.h"

typedef struct prg_annual prg_annual;

/* A workspace for series of any length; `nodes`, which are copied, and `prior` as annual_grid_init
 * takes them. NULL if memory is exhausted. prg_annual_free it after use. */
prg_annual *prg_annual_alloc(const prg_node_list *nodes, prg_prior prior);
void prg_annual_free(prg_annual *annual);

/* As the members of prg_model_type; the series begins and ends with a figure and has season 1. */
prg_status prg_annual_fit(prg_annual *annual, const prg_series *series, prg_notes *notes,
                          prg_error *error);
prg_status prg_annual_predict(prg_annual *annual, prg_distribution *out, prg_error *error);
prg_status prg_annual_paths(prg_annual *annual, size_t horizon, size_t n_paths, unsigned long seed,
                            double *path, prg_error *error);

/* The grid. Its log weights may be changed between one fit and the next; nothing else may. */
annual_grid *prg_annual_grid(prg_annual *annual);

/* Every forecast of a series of this kind is to say that so many series share its prior. */
void prg_annual_set_siblings(prg_annual *annual, prg_kind kind, size_t n);

/* Of the series fitted last: log weight + log marginal likelihood of every node, but for what is
 * the same for all of them; shape (n_nodes). Borrowed until the next fit. */
const double *prg_annual_scores(const prg_annual *annual);

/* What learning looks at: the forecast of the series fitted last as a mixture. */
typedef struct annual_view {
  prg_mixture mixture; /* of the nodes that were kept; borrowed until the next view or fit */
  double mean, offset; /* a figure is ξ · mean − offset */
} annual_view;

/* The view h periods ahead, to be asked for h = 1, 2 … in turn. */
annual_view prg_annual_look(prg_annual *annual, size_t h);
/* The node that component k of the mixture is. */
size_t prg_annual_kept(const prg_annual *annual, size_t k);

#endif
