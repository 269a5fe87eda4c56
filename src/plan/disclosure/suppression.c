#include "plan/disclosure/suppression.h"

#include <math.h>
#include <stdlib.h>

#include "plan/cells/program.h"
#include "plan/disclosure/attacker.h"

#define NODES 20000 /* of the integer program's tree: then the best found so far has to do */

static const double nearly = 1e-6; /* persons: what the simplex leaves of a whole number */

typedef struct solver {
  const suppression *task;
  suppressed *out;
  attacker *reader;
  glp_prob *program; /* column i + 1 is y[i]; a row is a cut */
  double *slope;     /* shape (n): of the attack asked for last */
  bool *all;         /* shape (n): everything that can be hidden */
  bool *is_unsafe;   /* shape (n) */
  int *index;        /* shape (n + 1): room for a row */
  double *coefficient;
} solver;

/* Zeros are left alone: that there is nobody is often known, and gives nobody away. */
static bool can_hide(const suppression *task, size_t i) {
  return task->table->value[i] > 0 && !task->known[i];
}

/* How far below (sign −1) or above the truth the attacker's bound has to lie. */
static double needed(const suppression *task, size_t i, int sign) {
  double below = fmin(task->table->value[i], floor(task->width / 2));
  return sign < 0 ? below : task->width - below;
}

static double reach(solver *s, const bool *hidden, size_t i, int sign) {
  attacker_set_hidden(s->reader, hidden);
  return attacker_reach(s->reader, i, sign, s->slope);
}

/* What is needed, or as much of it as there is when everything is hidden. */
static double needed_at_best(solver *s, size_t i, int sign) {
  double need = needed(s->task, i, sign);
  double room = reach(s, s->all, i, sign) - sign * s->task->table->value[i];
  if (room >= need - nearly)
    return need;
  s->is_unsafe[i] = true;
  return fmax(room, 0);
}

/* True if the attacker comes too close on that side; then *need is what to strive for. */
static bool is_lacking(solver *s, size_t i, int sign, double *need) {
  double truth = sign * s->task->table->value[i];
  *need = needed(s->task, i, sign);
  if (reach(s, s->out->hidden, i, sign) >= truth + *need - nearly)
    return false;
  *need = needed_at_best(s, i, sign);
  return reach(s, s->out->hidden, i, sign) < truth + *need - nearly;
}

/* --- the integer program --- */

static void begin_program(solver *s) {
  const suppression *task = s->task;
  glp_add_cols(s->program, (int)task->table->n);
  for (size_t i = 0; i < task->table->n; i++) {
    int column = (int)i + 1;
    glp_set_col_kind(s->program, column, GLP_BV);
    glp_set_obj_coef(s->program, column, task->cost[i]);
    if (task->small[i] || !can_hide(task, i)) {
      double fixed = task->small[i] ? 1 : 0;
      glp_set_col_bnds(s->program, column, GLP_FX, fixed, fixed);
    }
  }
}

/* What hiding cell i (or leaving it hidden) adds to the attacker's doubt, at most `most`. */
static double doubt(const solver *s, size_t i, double most) {
  double slope = s->slope[i];
  if (!s->all[i] || fabs(slope) < nearly)
    return 0;
  return slope > 0 ? most : fmin(most, -slope * s->task->table->value[i]);
}

/* The cut of the header's comment, from the attack on cell i that was reckoned last. */
static void add_cut(solver *s, size_t cell, int sign, double need, double reached) {
  double shown = -(reached - sign * s->task->table->value[cell]);
  for (size_t i = 0; i < s->task->table->n; i++)
    if (i != cell && s->out->hidden[i])
      shown += doubt(s, i, INFINITY);
  double most = need + fmax(shown, 0);
  int n = 0;
  for (size_t i = 0; i < s->task->table->n; i++) {
    double c = i == cell ? -need : doubt(s, i, most);
    if (c != 0) {
      s->index[++n] = (int)i + 1;
      s->coefficient[n] = c;
    }
  }
  int row = glp_add_rows(s->program, 1);
  glp_set_row_bnds(s->program, row, GLP_LO, fabs(shown) < nearly ? 0 : shown, 0);
  glp_set_mat_row(s->program, row, n, s->index, s->coefficient);
}

/* A cut for every hidden cell that the attacker comes too close to; false if there is none. */
static bool add_cuts(solver *s) {
  bool any = false;
  for (size_t i = 0; i < s->task->table->n; i++) {
    for (int sign = -1; sign <= 1 && s->out->hidden[i]; sign += 2) {
      double need;
      if (!is_lacking(s, i, sign, &need))
        continue;
      add_cut(s, i, sign, need, reach(s, s->out->hidden, i, sign));
      any = true;
    }
  }
  return any;
}

/* The cheapest y that satisfies the cuts, into `hidden`; false if none was found. */
static bool solve_program(solver *s) {
  if (!program_solve(s->program) || !program_solve_whole(s->program, NODES, &s->out->least_cost))
    return false;
  for (size_t i = 0; i < s->task->table->n; i++)
    s->out->hidden[i] = glp_mip_col_val(s->program, (int)i + 1) > 0.5;
  return true;
}

/* True if it ended with everything protected. */
static bool suppress_by_cuts(solver *s) {
  begin_program(s);
  for (size_t round = 0; round < s->task->rounds; round++) {
    if (!add_cuts(s))
      return true;
    if (!solve_program(s))
      return false;
  }
  return s->task->rounds > 0 && !add_cuts(s);
}

/* --- the linear program --- */

/* Columns 2i + 1 and 2i + 2: by how much cell i may be thought larger and smaller than it is. */
static void add_spread(const solver *s, glp_prob *spread, size_t i) {
  double value = s->task->table->value[i], cost = s->task->cost[i];
  bool unknown = isnan(value), open = s->out->hidden[i] || unknown;
  int larger = (int)(2 * i) + 1, smaller = larger + 1;
  if (!open && !s->all[i]) {
    glp_set_col_bnds(spread, larger, GLP_FX, 0, 0);
    glp_set_col_bnds(spread, smaller, GLP_FX, 0, 0);
    return;
  }
  glp_set_col_bnds(spread, larger, GLP_LO, 0, 0);
  glp_set_col_bnds(spread, smaller, unknown ? GLP_LO : GLP_DB, 0, unknown ? 0 : value);
  glp_set_obj_coef(spread, larger, open ? 0 : cost);
  glp_set_obj_coef(spread, smaller, open ? 0 : cost);
}

static void set_pair(const solver *s, int *n, size_t cell, double sign) {
  for (int side = 0; side < 2; side++) {
    (*n)++;
    s->index[*n] = (int)(2 * cell) + 1 + side;
    s->coefficient[*n] = side == 0 ? sign : -sign;
  }
}

static void add_balance(const solver *s, glp_prob *spread, size_t sum) {
  const cell_table *table = s->task->table;
  int n = 0, row = glp_add_rows(spread, 1);
  set_pair(s, &n, table->total[sum], 1);
  for (size_t k = table->first[sum]; k < table->first[sum + 1]; k++)
    set_pair(s, &n, table->part[k], -1);
  glp_set_row_bnds(spread, row, GLP_FX, 0, 0);
  glp_set_mat_row(spread, row, n, s->index, s->coefficient);
}

/* Hides what the cheapest way of moving the cell by `need` touches. */
static void hide_spread(solver *s, size_t cell, int sign, double need) {
  const cell_table *table = s->task->table;
  glp_prob *spread = program_new(GLP_MIN);
  glp_add_cols(spread, 2 * (int)table->n);
  for (size_t i = 0; i < table->n; i++)
    add_spread(s, spread, i);
  for (size_t sum = 0; sum < table->n_sum; sum++)
    add_balance(s, spread, sum);
  int moved = (int)(2 * cell) + (sign > 0 ? 1 : 2), still = (int)(2 * cell) + (sign > 0 ? 2 : 1);
  glp_set_col_bnds(spread, moved, GLP_FX, need, need);
  glp_set_col_bnds(spread, still, GLP_FX, 0, 0);
  bool solved = program_solve(spread);
  for (size_t i = 0; i < table->n; i++) {
    double larger = glp_get_col_prim(spread, (int)(2 * i) + 1);
    double smaller = glp_get_col_prim(spread, (int)(2 * i) + 2);
    if (s->all[i] && (!solved || fabs(larger - smaller) > nearly))
      s->out->hidden[i] = true;
  }
  glp_delete_prob(spread);
}

static void suppress_by_spreading(solver *s) {
  bool lacking = true;
  s->out->least_cost = false;
  while (lacking) {
    lacking = false;
    for (size_t i = 0; i < s->task->table->n; i++) {
      for (int sign = -1; sign <= 1 && s->out->hidden[i]; sign += 2) {
        double need;
        if (!is_lacking(s, i, sign, &need))
          continue;
        hide_spread(s, i, sign, need);
        lacking = true;
      }
    }
  }
}

/* --- both --- */

static bool solver_init(solver *s, const suppression *task, suppressed *out) {
  size_t n = task->table->n, row = 2 * n + 2;
  for (size_t k = 0; k < task->table->n_sum; k++)
    if (2 * (task->table->first[k + 1] - task->table->first[k]) + 4 > row)
      row = 2 * (task->table->first[k + 1] - task->table->first[k]) + 4;
  *s = (solver){.task = task, .out = out, .reader = attacker_new(task->table)};
  s->program = program_new(GLP_MIN);
  s->slope = malloc(n * sizeof *s->slope);
  s->all = malloc(n * sizeof *s->all);
  s->is_unsafe = calloc(n, sizeof *s->is_unsafe);
  s->index = malloc(row * sizeof *s->index);
  s->coefficient = malloc(row * sizeof *s->coefficient);
  return s->reader != NULL && s->slope != NULL && s->all != NULL && s->is_unsafe != NULL &&
         s->index != NULL && s->coefficient != NULL;
}

static void solver_clear(solver *s) {
  attacker_free(s->reader);
  glp_delete_prob(s->program);
  free(s->slope);
  free(s->all);
  free(s->is_unsafe);
  free(s->index);
  free(s->coefficient);
}

bool suppress(const suppression *task, suppressed *out) {
  size_t n = task->table->n;
  solver s;
  out->unsafe = 0;
  out->least_cost = true;
  if (n == 0)
    return true;
  bool begun = solver_init(&s, task, out);
  for (size_t i = 0; begun && i < n; i++) {
    out->hidden[i] = task->small[i];
    s.all[i] = task->small[i] || can_hide(task, i);
  }
  if (begun && !suppress_by_cuts(&s))
    suppress_by_spreading(&s);
  for (size_t i = 0; begun && i < n; i++)
    out->unsafe += s.is_unsafe[i] && out->hidden[i];
  solver_clear(&s);
  return begun;
}
