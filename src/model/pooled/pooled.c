#include "model/pooled/pooled.h"

#include <stdlib.h>

#include "model/pooled/pooled_annual.h"
#include "model/pooled/pooled_seasonal.h"
#include "model/pooled/siblings.h"
#include "model/trend/trend_fit.h"

/* Each part is made when a series first needs it: most files have one frequency. */
typedef struct pooled_state {
  prg_prior prior;
  const prg_node_list *nodes;                   /* NULL: those that are shipped; borrowed */
  const prg_seasonal_node_list *seasonal_nodes; /* the same for seasonal series */
  prg_annual *annual;
  prg_seasonal *seasonal;
  bool is_seasonal; /* the series fitted last */
} pooled_state;

static void *pooled_alloc(const prg_model_options *options) {
  pooled_state *state = calloc(1, sizeof *state);
  if (state != NULL) {
    state->prior = options->prior;
    state->nodes = options->nodes;
    state->seasonal_nodes = options->seasonal_nodes;
  }
  return state;
}

static void pooled_free(void *memory) {
  pooled_state *state = memory;
  if (state == NULL)
    return;
  prg_annual_free(state->annual);
  prg_seasonal_free(state->seasonal);
  free(state);
}

static bool need_annual(pooled_state *state) {
  if (state->annual == NULL)
    state->annual = prg_annual_alloc(state->nodes, state->prior);
  return state->annual != NULL;
}

static prg_status pooled_fit(void *memory, const prg_series *series, prg_notes *notes,
                             prg_error *error) {
  pooled_state *state = memory;
  state->is_seasonal = series->season > 1;
  if (state->is_seasonal && state->seasonal == NULL)
    state->seasonal = prg_seasonal_alloc(state->seasonal_nodes);
  if (state->is_seasonal ? state->seasonal == NULL : !need_annual(state))
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  return state->is_seasonal ? prg_seasonal_fit(state->seasonal, series, notes, error)
                            : prg_annual_fit(state->annual, series, notes, error);
}

static prg_status pooled_predict(void *memory, prg_distribution *out, prg_error *error) {
  pooled_state *state = memory;
  return state->is_seasonal ? prg_seasonal_predict(state->seasonal, out, error)
                            : prg_annual_predict(state->annual, out, error);
}

static prg_status pooled_paths(void *memory, size_t horizon, size_t n_paths, unsigned long seed,
                               double *path, prg_error *error) {
  pooled_state *state = memory;
  return state->is_seasonal
             ? prg_seasonal_paths(state->seasonal, horizon, n_paths, seed, path, error)
             : prg_annual_paths(state->annual, horizon, n_paths, seed, path, error);
}

static prg_status pooled_share(void *memory, const prg_series *series, size_t n, size_t least,
                               prg_error *error) {
  pooled_state *state = memory;
  if (!need_annual(state))
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  return prg_siblings_share(state->annual, series, n, least, error);
}

const prg_model_type prg_model_pooled = {
    .name = "pooled",
    .title = PRG_TEXT_MODEL_POOLED,
    .min_n = 1,
    .alloc = pooled_alloc,
    .free = pooled_free,
    .fit = pooled_fit,
    .predict = pooled_predict,
    .paths = pooled_paths,
    .share = pooled_share,
};
