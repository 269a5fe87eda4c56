#include "evaluate/learn_grid.h"

#include <math.h>
#include <stdlib.h>

/* What an axis of the grid holds. */
typedef struct axis {
  size_t n;
  double value[8];
} axis;

static const axis transforms = {2, {.5, 0}};
static const axis alphas = {6, {.15, .4, .75, 1, 1.25, 1.5}};
static const axis phis = {4, {.5, .8, .95, 1}};
static const axis kappas = {2, {.3, 1.5}};

/* β/α; 0 stands for a slope that never changes, or for none. Economies' slopes persist; people come
 * in waves: negative β is reversion to the mean. */
static const axis ratios = {5, {-.3, -.12, .05, .3, 1}};
static const axis s0s = {5, {.004, .012, .035, .1, .25}};
static const axis growths = {5, {-.07, -.03, 0, .03, .07}};

/* Appends the node with every s₀ and growth. */
static void add_variants(prg_node_list *out, prg_annual_node node) {
  if (!prg_annual_node_is_stable(&node))
    return;
  for (size_t s = 0; s < s0s.n; s++)
    for (size_t g = 0; g < growths.n; g++) {
      node.s0 = s0s.value[s];
      node.growth = growths.value[g];
      out->node[out->n++] = node;
    }
}

static void add_dynamics(prg_node_list *out, double transform, double alpha) {
  prg_annual_node node = {.transform = transform, .alpha = alpha};
  add_variants(out, node); /* a level without slope: kappa = 0 */
  node.phi = 1;
  for (size_t k = 0; k < kappas.n; k++) {
    node.kappa = kappas.value[k] / 2; /* a slope that never changes is a small one */
    add_variants(out, node);
  }
  for (size_t b = 0; b < ratios.n; b++)
    for (size_t p = 0; p < phis.n; p++)
      for (size_t k = 0; k < kappas.n; k++) {
        node.beta = ratios.value[b] * alpha;
        node.phi = phis.value[p];
        node.kappa = kappas.value[k];
        add_variants(out, node);
      }
}

prg_status learn_grid_make(prg_node_list *out, prg_error *error) {
  size_t dynamics = 1 + kappas.n + ratios.n * phis.n * kappas.n;
  *out = (prg_node_list){0};
  out->node = calloc(transforms.n * alphas.n * dynamics * s0s.n * growths.n, sizeof *out->node);
  if (out->node == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  for (size_t t = 0; t < transforms.n; t++)
    for (size_t a = 0; a < alphas.n; a++)
      add_dynamics(out, transforms.value[t], alphas.value[a]);
  for (size_t i = 0; i < out->n; i++)
    out->node[i].log_weight = -log((double)out->n);
  return PRG_OK;
}

void learn_grid_guard(prg_node_list *list) {
  const double share = exp(-6), total = 1 + LEARN_GUARDS * share;
  for (size_t i = 0; i < list->n; i++)
    list->node[i].log_weight -= log(total);
  for (int i = 0; i < LEARN_GUARDS; i++)
    list->node[list->n++] = (prg_annual_node){.transform = i < 2 ? 1 : 0,
                                              .alpha = i % 2 == 0 ? .3 : 1,
                                              .phi = 1,
                                              .kappa = 30,
                                              .s0 = .004,
                                              .log_weight = log(share / total)};
}
