/*
 * Pooled exponential smoothing for seasonal series: the average of a grid of damped-trend models
 * with seasons, each weighted by how often such models were right on other series (the prior) times
 * how well it explains this one (its marginal likelihood).
 */
#ifndef MODEL_POOLED_SEASONAL_H
#define MODEL_POOLED_SEASONAL_H

#include <stdbool.h>

#include <prognos/distribution.h>
#include <prognos/series.h>

#include "model/pooled/prior.h"
#include "model/pooled/seasonal_grid.h"

/* A workspace: fitted to one series after another, one per thread. What does not depend on the
 * figures is kept between complete series of the same length and season. */
typedef struct prg_seasonal prg_seasonal;

/* For the prior, borrowed; NULL: the shipped ones. NULL if memory is exhausted. prg_seasonal_free
 * it after use. */
prg_seasonal *prg_seasonal_alloc(const prg_seasonal_node_list *prior);
void prg_seasonal_free(prg_seasonal *seasonal);

/*
 * Fits to the figures from the first to the last, at most the last 5 seasons if a season is 52
 * periods or more, else the last 1000 periods. PRG_EREFUSED if there are fewer than 2 figures or
 * the season is not 2 … PRG_SEASON_MAX periods; PRG_EINPUT if a figure is infinite or
 * beyond 1e100.
 */
prg_status prg_seasonal_fit(prg_seasonal *seasonal, const prg_series *series, prg_notes *notes,
                            prg_error *error);

/* The first half of fitting: the log likelihood of every node, without weights. */
prg_status prg_seasonal_weigh(prg_seasonal *seasonal, const prg_series *series, prg_error *error);
/* Of the nodes as they stand in the grid, shape (n_node), until the next series. */
const double *prg_seasonal_log_likelihoods(const prg_seasonal *seasonal);
/* Makes the grid for a season before there is a series. */
prg_status prg_seasonal_set_season(prg_seasonal *seasonal, size_t season, prg_error *error);
const prg_seasonal_grid *prg_seasonal_grid_of(const prg_seasonal *seasonal);

/* Fills out->quantile for the periods after the last figure. Finite and nondecreasing in a row;
 * clamped at 0 if no figure is negative. */
prg_status prg_seasonal_predict(prg_seasonal *seasonal, prg_distribution *out, prg_error *error);

/* Sample paths from the joint predictive distribution; path: shape (n_paths, horizon). */
prg_status prg_seasonal_paths(prg_seasonal *seasonal, size_t horizon, size_t n_paths,
                              unsigned long seed, double *path, prg_error *error);

/* Posterior probability that the series has seasons, P(τ > 0). */
double prg_seasonal_probability(const prg_seasonal *seasonal);

/* A node of the last fit, as an auditor would want it. */
typedef struct prg_seasonal_node_fit {
  prg_seasonal_node node;
  double log_likelihood; /* marginal, of the figures themselves */
  double weight;         /* posterior, tempered; sums to 1 over the nodes kept */
  size_t origin;         /* where the node stands in the prior */
} prg_seasonal_node_fit;

/* How many nodes were kept, and the i-th of them. */
size_t prg_seasonal_kept(const prg_seasonal *seasonal);
prg_seasonal_node_fit prg_seasonal_kept_node(const prg_seasonal *seasonal, size_t i);
/* That node's part of the forecast h >= 1 ahead (h <= the horizon of the last predict), on its own
 * scale, per mean figure: Student t. */
typedef struct prg_seasonal_component {
  double weight, location, scale;
  int mixture_scale; /* SCALE_RAW … */
} prg_seasonal_component;
prg_seasonal_component prg_seasonal_component_at(const prg_seasonal *seasonal, size_t i, size_t h);

#endif
