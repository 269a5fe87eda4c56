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

/* The axes that differ: economies grow and their slopes persist; people come in waves (negative β
 * is reversion to the mean), and little is known of what is not told. */
typedef struct kind_axes {
  axis ratio; /* β/α; 0 stands for a slope that never changes, or for none */
  axis s0, growth;
} kind_axes;

static const kind_axes economy = {
    {3, {.05, .3, 1}}, {4, {.008, .025, .07, .2}}, {5, {-.03, 0, .03, .06, .11}}};
static const kind_axes people = {
    {5, {-.3, -.12, .1, .3, 1}}, {5, {.004, .012, .035, .1, .25}}, {3, {-.04, 0, .04}}};
static const kind_axes any = {
    {4, {-.12, .05, .3, 1}}, {5, {.004, .012, .035, .1, .25}}, {5, {-.07, -.03, 0, .03, .07}}};

static const kind_axes *axes_of(prg_kind kind) {
  return kind == PRG_KIND_ECONOMY                                 ? &economy
         : kind == PRG_KIND_PEOPLE || kind == PRG_KIND_AREA_TOTAL ? &people
                                                                  : &any;
}

/* Appends the node with every s₀ and growth. */
static void add_variants(prg_node_list *out, prg_annual_node node, const kind_axes *axes) {
  if (!prg_annual_node_is_stable(&node))
    return;
  for (size_t s = 0; s < axes->s0.n; s++)
    for (size_t g = 0; g < axes->growth.n; g++) {
      node.s0 = axes->s0.value[s];
      node.growth = axes->growth.value[g];
      out->node[out->n++] = node;
    }
}

static void add_dynamics(prg_node_list *out, double transform, double alpha,
                         const kind_axes *axes) {
  prg_annual_node node = {.transform = transform, .alpha = alpha};
  add_variants(out, node, axes); /* a level without slope: kappa = 0 */
  node.phi = 1;
  for (size_t k = 0; k < kappas.n; k++) {
    node.kappa = kappas.value[k] / 2; /* a slope that never changes is a small one */
    add_variants(out, node, axes);
  }
  for (size_t b = 0; b < axes->ratio.n; b++)
    for (size_t p = 0; p < phis.n; p++)
      for (size_t k = 0; k < kappas.n; k++) {
        node.beta = axes->ratio.value[b] * alpha;
        node.phi = phis.value[p];
        node.kappa = kappas.value[k];
        add_variants(out, node, axes);
      }
}

prg_status learn_grid_make(prg_kind kind, prg_node_list *out, prg_error *error) {
  const kind_axes *axes = axes_of(kind);
  size_t dynamics = 1 + kappas.n + axes->ratio.n * phis.n * kappas.n;
  *out = (prg_node_list){0};
  out->node =
      calloc(transforms.n * alphas.n * dynamics * axes->s0.n * axes->growth.n, sizeof *out->node);
  if (out->node == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  for (size_t t = 0; t < transforms.n; t++)
    for (size_t a = 0; a < alphas.n; a++)
      add_dynamics(out, transforms.value[t], alphas.value[a], axes);
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
