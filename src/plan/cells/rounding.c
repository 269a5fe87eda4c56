#include "plan/cells/rounding.h"

#include <math.h>
#include <stdlib.h>

#include "plan/cells/program.h"

#define STEPS_MAX 4 /* further off than this, nothing is won by rounding */
#define NODES 2000  /* of the integer program's tree: then the best found so far has to do */

static const double same = 1e-9; /* persons, relative: sums of whole numbers are exact */

static bool adds_up(const cell_table *table, size_t sum) {
  double difference = table->value[table->total[sum]], size = fabs(difference);
  for (size_t k = table->first[sum]; k < table->first[sum + 1]; k++)
    difference -= table->value[table->part[k]];
  return fabs(difference) <= same * fmax(size, 1); /* NaN: no */
}

/* k[i] = lowest + its steps; a step is a column in [0, 1], the cheapest first. */
typedef struct steps {
  const cell_table *table;
  double base;
  int n;      /* columns of a cell */
  int *index; /* shape (longest sum · n + 1): room for a row */
  double *coefficient;
} steps;

static double lowest(const steps *s, size_t i) {
  double value = s->table->value[i];
  return isnan(value) ? 0 : fmax(floor(value / s->base) - (s->n - 1) / 2, 0);
}

static void add_cell(const steps *s, glp_prob *program, size_t i) {
  double value = s->table->value[i], k = lowest(s, i);
  int column = glp_add_cols(program, s->n);
  double highest = ceil(value / s->base) + (s->n - 1) / 2;
  for (int step = 0; step < s->n; step++, k++) {
    bool open = !isnan(value) && k < highest;
    glp_set_col_bnds(program, column + step, open ? GLP_DB : GLP_FX, 0, open ? 1 : 0);
    glp_set_obj_coef(program, column + step,
                     open ? fabs(s->base * (k + 1) - value) - fabs(s->base * k - value) : 0);
  }
}

static void add_steps(const steps *s, int *n, size_t cell, double sign) {
  for (int step = 0; step < s->n; step++) {
    (*n)++;
    s->index[*n] = (int)cell * s->n + step + 1;
    s->coefficient[*n] = sign;
  }
}

static void add_sum(const steps *s, glp_prob *program, size_t sum) {
  const cell_table *table = s->table;
  int n = 0, row = glp_add_rows(program, 1);
  double rest = -lowest(s, table->total[sum]);
  add_steps(s, &n, table->total[sum], 1);
  for (size_t k = table->first[sum]; k < table->first[sum + 1]; k++) {
    add_steps(s, &n, table->part[k], -1);
    rest += lowest(s, table->part[k]);
  }
  glp_set_row_bnds(program, row, GLP_FX, rest, rest);
  glp_set_mat_row(program, row, n, s->index, s->coefficient);
}

static const double nearly = 1e-6; /* of a step: what the simplex leaves of a whole number */

static bool is_whole(glp_prob *program) {
  for (int j = 1; j <= glp_get_num_cols(program); j++)
    if (fabs(glp_get_col_prim(program, j) - nearbyint(glp_get_col_prim(program, j))) > nearly)
      return false;
  return true;
}

/* True if there is a solution; *whole tells whether the linear program found it. */
static bool solve(glp_prob *program, bool *whole) {
  if (!program_solve(program))
    return false;
  *whole = is_whole(program);
  if (*whole)
    return true;
  for (int j = 1; j <= glp_get_num_cols(program); j++)
    glp_set_col_kind(program, j, GLP_IV);
  return program_solve_whole(program, NODES, NULL);
}

static void take_solution(const steps *s, glp_prob *program, bool whole, double *rounded) {
  for (size_t i = 0; i < s->table->n; i++) {
    double k = lowest(s, i);
    for (int step = 0; step < s->n; step++) {
      int column = (int)i * s->n + step + 1;
      k += nearbyint(whole ? glp_get_col_prim(program, column) : glp_mip_col_val(program, column));
    }
    rounded[i] = isnan(s->table->value[i]) ? NAN : s->base * k;
  }
}

static bool round_within(const steps *s, double *rounded) {
  glp_prob *program = program_new(GLP_MIN);
  for (size_t i = 0; i < s->table->n; i++)
    add_cell(s, program, i);
  for (size_t sum = 0; sum < s->table->n_sum; sum++)
    if (adds_up(s->table, sum))
      add_sum(s, program, sum);
  bool whole = false, solved = solve(program, &whole);
  if (solved)
    take_solution(s, program, whole, rounded);
  glp_delete_prob(program);
  return solved;
}

bool round_cells(const cell_table *table, double base, double *rounded, int *moved) {
  size_t longest = (table->n + 1) * (2 * STEPS_MAX - 1) + 1; /* no cell stands twice in a sum */
  steps s = {.table = table, .base = base};
  s.index = malloc(longest * sizeof *s.index);
  s.coefficient = malloc(longest * sizeof *s.coefficient);
  bool begun = s.index != NULL && s.coefficient != NULL, solved = table->n == 0;
  int most = 0;
  while (begun && !solved && most < STEPS_MAX) {
    s.n = 2 * most++ + 1;
    solved = round_within(&s, rounded);
  }
  for (size_t i = 0; begun && !solved && i < table->n; i++) /* the sums contradict each other */
    rounded[i] = base * nearbyint(table->value[i] / base);
  free(s.index);
  free(s.coefficient);
  if (moved != NULL)
    *moved = most;
  return begun;
}
