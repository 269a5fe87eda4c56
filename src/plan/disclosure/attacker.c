#include "plan/disclosure/attacker.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "plan/cells/program.h"

#define NODES 20000 /* of the integer program's tree: past it the linear bound stands */

/* Only what is open is in the program: hidden cells as columns, the sums that hold any as rows. */
struct attacker {
  const cell_table *table;
  bool *open;  /* shape (n): hidden, or without a value */
  int *column; /* shape (n): of an open cell; 0 for the others */
  int *row;    /* shape (n_sum): of a sum with an open cell; 0 for the others */
  int *index;  /* shape (n + 1): room for a row; no cell stands twice in a sum */
  double *coefficient;
  glp_prob *program;
};

attacker *attacker_new(const cell_table *table) {
  attacker *a = calloc(1, sizeof *a);
  if (a == NULL)
    return NULL;
  a->table = table;
  a->open = malloc(table->n * sizeof *a->open);
  a->column = malloc(table->n * sizeof *a->column);
  a->row = malloc((table->n_sum + 1) * sizeof *a->row);
  a->index = malloc((table->n + 1) * sizeof *a->index);
  a->coefficient = malloc((table->n + 1) * sizeof *a->coefficient);
  if (a->open != NULL && a->column != NULL && a->row != NULL && a->index != NULL &&
      a->coefficient != NULL)
    return a;
  attacker_free(a);
  return NULL;
}

void attacker_free(attacker *a) {
  if (a == NULL)
    return;
  if (a->program != NULL)
    glp_delete_prob(a->program);
  free(a->open);
  free(a->column);
  free(a->row);
  free(a->index);
  free(a->coefficient);
  free(a);
}

static size_t members(const cell_table *table, size_t sum) {
  return table->first[sum + 1] - table->first[sum] + 1;
}

/* Member k of a sum: its total first, with coefficient 1, then its parts with −1. */
static size_t member(const cell_table *table, size_t sum, size_t k, double *coefficient) {
  *coefficient = k == 0 ? 1 : -1;
  return k == 0 ? table->total[sum] : table->part[table->first[sum] + k - 1];
}

/* A sum that does not add up is known to be off by just that much: no help to the defender. */
static double known_difference(const cell_table *table, size_t sum) {
  double difference = 0, sign;
  for (size_t k = 0; k < members(table, sum); k++) {
    size_t cell = member(table, sum, k, &sign);
    difference += sign * table->value[cell];
  }
  return isnan(difference) ? 0 : difference;
}

static void add_row(attacker *a, size_t sum) {
  int n = 0;
  double rest = known_difference(a->table, sum), sign;
  for (size_t k = 0; k < members(a->table, sum); k++) {
    size_t cell = member(a->table, sum, k, &sign);
    if (!a->open[cell]) {
      rest -= sign * a->table->value[cell];
      continue;
    }
    a->index[++n] = a->column[cell];
    a->coefficient[n] = sign;
  }
  a->row[sum] = n > 0 ? glp_add_rows(a->program, 1) : 0;
  if (n == 0)
    return;
  glp_set_row_bnds(a->program, a->row[sum], GLP_FX, rest, rest);
  glp_set_mat_row(a->program, a->row[sum], n, a->index, a->coefficient);
}

void attacker_set_hidden(attacker *a, const bool *hidden) {
  bool changed = a->program == NULL;
  for (size_t j = 0; j < a->table->n; j++) {
    bool open = hidden[j] || isnan(a->table->value[j]);
    changed = changed || open != a->open[j];
    a->open[j] = open;
  }
  if (!changed)
    return;
  if (a->program != NULL)
    glp_delete_prob(a->program);
  a->program = program_new(GLP_MAX);
  for (size_t j = 0; j < a->table->n; j++) {
    a->column[j] = a->open[j] ? glp_add_cols(a->program, 1) : 0;
    if (a->open[j])
      glp_set_col_bnds(a->program, a->column[j], GLP_LO, 0, 0);
  }
  for (size_t s = 0; s < a->table->n_sum; s++)
    add_row(a, s);
}

void attacker_set_bounds(attacker *a, size_t cell, double lower, double upper) {
  glp_set_col_bnds(a->program, a->column[cell], lower < upper ? GLP_DB : GLP_FX, lower, upper);
}

/* Of an open cell its reduced cost; of a published one what the rows it stands in are worth. */
static void take_slopes(const attacker *a, double *slope) {
  const cell_table *table = a->table;
  double sign;
  for (size_t j = 0; j < table->n; j++)
    slope[j] = a->open[j] ? glp_get_col_dual(a->program, a->column[j]) : 0;
  for (size_t s = 0; s < table->n_sum; s++) {
    double worth = a->row[s] == 0 ? 0 : glp_get_row_dual(a->program, a->row[s]);
    for (size_t k = 0; k < members(table, s) && worth != 0; k++) {
      size_t cell = member(table, s, k, &sign);
      slope[cell] -= a->open[cell] ? 0 : sign * worth;
    }
  }
}

double attacker_reach(attacker *a, size_t cell, int sign, double *slope) {
  glp_set_obj_coef(a->program, a->column[cell], sign);
  bool limited = program_solve(a->program);
  double reach = limited ? glp_get_obj_val(a->program)
                 : glp_get_status(a->program) == GLP_UNBND
                     ? INFINITY
                     : /* the source contradicts itself: no doubt */ sign * a->table->value[cell];
  if (slope != NULL && limited)
    take_slopes(a, slope);
  else if (slope != NULL)
    memset(slope, 0, a->table->n * sizeof *slope);
  glp_set_obj_coef(a->program, a->column[cell], 0);
  return reach;
}

static const double nearly = 1e-6; /* persons: what the simplex leaves of a whole number */

static void set_kind(attacker *a, int kind) {
  for (int j = 1; j <= glp_get_num_cols(a->program); j++)
    glp_set_col_kind(a->program, j, kind);
}

/* The same in whole numbers, after the linear program has shown that there is a limit. */
static double whole_reach(attacker *a, size_t cell, int sign) {
  double reach = attacker_reach(a, cell, sign, NULL);
  if (isinf(reach) || fabs(reach - nearbyint(reach)) < nearly)
    return isinf(reach) ? reach : nearbyint(reach);
  bool proved = true;
  glp_set_obj_coef(a->program, a->column[cell], sign);
  set_kind(a, GLP_IV);
  bool solved =
      program_solve(a->program) && program_solve_whole(a->program, NODES, &proved) && proved;
  reach = solved ? nearbyint(glp_mip_obj_val(a->program)) : floor(reach + nearly);
  set_kind(a, GLP_CV);
  glp_set_obj_coef(a->program, a->column[cell], 0);
  return reach;
}

void attacker_bounds(attacker *a, size_t cell, double *lower, double *upper) {
  *upper = whole_reach(a, cell, 1);
  *lower = -whole_reach(a, cell, -1) + 0.0;
}
