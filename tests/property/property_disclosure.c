/*
 * An attacker of another make than the program's own: he writes down tables of whole numbers that
 * agree with everything published, one after another, and looks how far apart they are in a hidden
 * cell. Two such tables that differ by the width there are a proof that nobody can tell it closer.
 */
#include <prognos/disclosure.h>

#include <stdlib.h>

#include "cross_table.h"
#include "test.h"

#define REACH 6 /* how far from the truth he tries: more than the width */

typedef struct guess {
  const cross_table *table;
  const bool *hidden;
  double value[CROSS_CELLS];
  bool known[CROSS_CELLS];
  size_t target;
  double least, most; /* seen in the target */
  long left;          /* tries */
} guess;

/* The sums are kept by the last unknown of each; false if that would be negative or a sum fails. */
static bool fill_in(guess *g, size_t *filled, size_t *n) {
  const cell_table *cells = &g->table->cells;
  for (bool again = true; again;) {
    again = false;
    for (size_t s = 0; s < cells->n_sum; s++) {
      double rest = 0;
      size_t unknown = 0, cell = 0;
      double sign = 1;
      for (size_t k = 0; k <= cells->first[s + 1] - cells->first[s]; k++) {
        size_t member = k == 0 ? cells->total[s] : cells->part[cells->first[s] + k - 1];
        if (g->known[member]) {
          rest += k == 0 ? -g->value[member] : g->value[member];
        } else {
          unknown++;
          cell = member;
          sign = k == 0 ? 1 : -1;
        }
      }
      if (unknown == 0 && rest != 0)
        return false;
      if (unknown != 1)
        continue;
      g->value[cell] = sign * rest;
      g->known[cell] = true;
      filled[(*n)++] = cell;
      if (g->value[cell] < 0)
        return false;
      again = true;
    }
  }
  return true;
}

static void try_on(guess *g) {
  size_t filled[CROSS_CELLS], n = 0, next = 0;
  if (g->left-- > 0 && g->most - g->least < 5 && fill_in(g, filled, &n)) {
    if (!g->known[g->target])
      next = g->target;
    else
      while (next < g->table->cells.n && g->known[next])
        next++;
    if (next == g->table->cells.n) {
      g->least = fmin(g->least, g->value[g->target]);
      g->most = fmax(g->most, g->value[g->target]);
    } else {
      double truth = g->table->value[next];
      g->known[next] = true;
      for (int step = 0; step <= 2 * REACH; step++) { /* 0, 1, −1, 2, −2 … from the truth */
        g->value[next] = truth + (step % 2 == 1 ? (step + 1) / 2 : -step / 2);
        if (g->value[next] >= 0)
          try_on(g);
      }
      g->known[next] = false;
    }
  }
  while (n > 0)
    g->known[filled[--n]] = false;
}

static void check_cell(const cross_table *table, const bool *hidden, size_t target) {
  guess g = {.table = table, .hidden = hidden, .target = target, .left = 20000000};
  g.least = g.most = table->value[target];
  for (size_t i = 0; i < table->cells.n; i++) {
    g.known[i] = !hidden[i];
    g.value[i] = table->value[i];
  }
  try_on(&g);
  if (g.most - g.least < 5)
    print_error("%zu × %zu: cell %zu (%g) is told to %g–%g\n", table->rows, table->columns, target,
                table->value[target], g.least, g.most);
  assert_true(g.most - g.least >= 5);
}

/* The table as a panel of one year and a hierarchy of its sums. */
static void make_panel(const cross_table *t, prg_panel *panel, prg_hierarchy *hierarchy) {
  const cell_table *cells = &t->cells;
  prg_panel_init(panel);
  for (size_t i = 0; i < cells->n; i++) {
    char name[32];
    prg_series series;
    snprintf(name, sizeof name, "cell %zu", i);
    assert_int_equal(prg_series_init_values(&series, name, (prg_period){PRG_YEAR, 2022},
                                            &cells->value[i], 1, NULL),
                     PRG_OK);
    assert_int_equal(prg_panel_add(panel, &series, NULL), PRG_OK);
  }
  *hierarchy = (prg_hierarchy){.n_series = cells->n, .n_sum = cells->n_sum, .n_levels = 1};
  hierarchy->sum = calloc(cells->n_sum, sizeof *hierarchy->sum);
  hierarchy->part = calloc(cells->first[cells->n_sum], sizeof *hierarchy->part);
  hierarchy->level = calloc(cells->n, sizeof *hierarchy->level);
  for (size_t s = 0; s < cells->n_sum; s++)
    hierarchy->sum[s] =
        (prg_sum){cells->total[s], cells->first[s], cells->first[s + 1] - cells->first[s], 0};
  memcpy(hierarchy->part, cells->part, cells->first[cells->n_sum] * sizeof *hierarchy->part);
}

static void test_no_hidden_count_can_be_told_closer_than_the_width(void **state) {
  (void)state;
  unsigned seed = 1789;
  size_t hidden_counts = 0;
  for (size_t k = 0; k < 60; k++) {
    cross_table t;
    prg_panel panel;
    prg_hierarchy hierarchy;
    prg_disclosure_options options;
    prg_disclosure done;
    bool hidden[CROSS_CELLS];
    cross_make(&t, 2 + k % 4, 2 + k % 3, &seed);
    make_panel(&t, &panel, &hierarchy);
    prg_disclosure_options_init(&options);
    assert_int_equal(prg_disclose(&panel, &hierarchy, &options, &done, NULL), PRG_OK);
    bool is_unsafe = false;
    for (size_t i = 0; i < done.n; i++)
      is_unsafe = is_unsafe || done.finding[i].kind == PRG_FINDING_NARROW;
    for (size_t i = 0; i < panel.n; i++) {
      hidden[i] = isnan(panel.series[i].value[0]);
      assert_true(hidden[i] || t.value[i] == 0 || t.value[i] >= 5);
      hidden_counts += hidden[i];
    }
    for (size_t i = 0; i < panel.n && !is_unsafe; i++)
      if (hidden[i])
        check_cell(&t, hidden, i);
    prg_disclosure_clear(&done);
    prg_hierarchy_clear(&hierarchy);
    prg_panel_clear(&panel);
  }
  assert_true(hidden_counts > 200);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_no_hidden_count_can_be_told_closer_than_the_width),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
