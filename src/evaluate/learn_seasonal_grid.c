#include "evaluate/learn_seasonal_grid.h"

#include <math.h>
#include <stdlib.h>

#define COUNT(array) (sizeof array / sizeof array[0])
#define ALPHAS 8
#define KAPPAS 2

static const double transform[] = {.5, 0};
static const double beta_share[] = {0, .07, .3}; /* β/α */
static const double phi[] = {.85, .95, 1};
static const double tau[] = {.3, 1, 3, 9};
static const double gamma_of[] = {0, .1, .3};
static const double s0[] = {.01, .035, .12};
static const double growth[] = {-.04, 0, .04, .09}; /* per year */

/* What a period more tells of level and slope depends on how long it is. */
typedef struct period_axes {
  double alpha[ALPHAS], kappa[KAPPAS];
} period_axes;
static const period_axes quarter = {{0, .08, .2, .35, .55, .75, .95, 1.15}, {.15, .8}};
static const period_axes month = {{0, .04, .1, .2, .35, .5, .75, 1}, {.05, .3}};

/* Counts the nodes, and writes them unless the list has no room yet. */
static void add(prg_seasonal_node_list *list, const prg_seasonal_node *node) {
  if (list->node != NULL)
    list->node[list->n] = *node;
  list->n++;
}

static void add_variants(prg_seasonal_node_list *list, prg_seasonal_node node) {
  for (size_t t = 0; t < COUNT(transform); t++)
    for (size_t s = 0; s < COUNT(s0); s++)
      for (size_t g = 0; g < COUNT(growth); g++) {
        node.transform = transform[t];
        node.s0 = s0[s];
        node.growth = growth[g];
        add(list, &node);
      }
}

static void add_seasons(prg_seasonal_node_list *list, prg_seasonal_node node) {
  add_variants(list, node);
  for (size_t i = 0; i < COUNT(tau); i++)
    for (size_t j = 0; j < COUNT(gamma_of); j++) {
      node.tau = tau[i];
      node.gamma = gamma_of[j];
      add_variants(list, node);
    }
}

static void add_slopes(prg_seasonal_node_list *list, prg_seasonal_node node,
                       const period_axes *axes) {
  for (size_t p = 0; p < COUNT(phi); p++)
    for (size_t k = 0; k < KAPPAS; k++) {
      node.phi = phi[p];
      node.kappa = axes->kappa[k];
      add_seasons(list, node);
    }
}

static void add_all(prg_seasonal_node_list *list, const period_axes *axes) {
  list->n = 0;
  for (size_t a = 0; a < ALPHAS; a++) {
    prg_seasonal_node node = {.alpha = axes->alpha[a]};
    add_seasons(list, node);
    for (size_t b = 0; b < COUNT(beta_share); b++) {
      node.beta = node.alpha * beta_share[b];
      if (b == 0 || node.beta > 0)
        add_slopes(list, node, axes);
    }
  }
}

prg_status learn_seasonal_grid_make(size_t m, prg_seasonal_node_list *list, prg_error *error) {
  const period_axes *axes = m <= 6 ? &quarter : &month;
  *list = (prg_seasonal_node_list){0};
  add_all(list, axes);
  list->node = malloc(list->n * sizeof *list->node);
  if (list->node == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  add_all(list, axes);
  return PRG_OK;
}

void learn_seasonal_grid_guard(prg_seasonal_node_list *list) {
  const double share = exp(-6), total = 1 + LEARN_SEASONAL_GUARDS * share;
  for (size_t i = 0; i < list->n; i++)
    list->node[i].log_weight -= log(total);
  for (int i = 0; i < LEARN_SEASONAL_GUARDS; i++)
    list->node[list->n++] = (prg_seasonal_node){.transform = i < 2 ? 1 : 0,
                                                .alpha = .5,
                                                .phi = 1,
                                                .tau = i % 2 == 0 ? 0 : 30,
                                                .kappa = 30,
                                                .s0 = .004,
                                                .log_weight = log(share / total)};
}
