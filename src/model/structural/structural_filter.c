#include "model/structural/structural_filter.h"

#include <math.h>
#include <string.h>

#include <gsl/gsl_math.h>

#include "model/bfgs.h"

enum { STATES = PRG_STRUCTURAL_STATES, SEASON_AT = 2 };
static const double RSS_MIN = 1e-28;    /* a perfect fit: no logarithm of 0 */
static const double WEIGHT_MIN = 1e-11; /* of the sum: no innovation is without variance */

size_t prg_structural_states(const prg_structural_form *form) {
  return form->n_part < STRUCTURAL_PARTS ? form->n_part - 1 : 1 + form->m;
}

void prg_structural_advance(const prg_structural_form *form, double *x) {
  if (form->n_part > STRUCTURAL_SLOPE)
    x[0] += x[1];
  if (form->n_part <= STRUCTURAL_SEASON)
    return;
  double sum = 0, *season = x + SEASON_AT;
  for (size_t j = 0; j + 1 < form->m; j++)
    sum += season[j];
  memmove(season + 1, season, (form->m - 2) * sizeof *season);
  season[0] = -sum;
}

double prg_structural_seen(const prg_structural_form *form, const double *x) {
  return form->n_part > STRUCTURAL_SEASON ? x[0] + x[SEASON_AT] : x[0];
}

static void transpose(size_t d, prg_structural_matrix *v) {
  for (size_t i = 0; i < d; i++)
    for (size_t j = 0; j < i; j++) {
      double swap = v->at[i][j];
      v->at[i][j] = v->at[j][i];
      v->at[j][i] = swap;
    }
}

void prg_structural_advance_covariance(const prg_structural_form *form, const double *weight,
                                       prg_structural_matrix *v) {
  const size_t d = prg_structural_states(form);
  for (int twice = 0; twice < 2; twice++) {
    for (size_t i = 0; i < d; i++)
      prg_structural_advance(form, v->at[i]);
    transpose(d, v);
  }
  for (size_t part = STRUCTURAL_LEVEL; part < form->n_part; part++)
    v->at[part - 1][part - 1] += weight[part]; /* level, slope, latest seasonal effect */
}

size_t prg_structural_cholesky(size_t n, prg_structural_matrix *matrix) {
  static const double rtol = 1e-12;
  size_t rank = 0;
  for (size_t j = 0; j < n; j++) {
    double *row = matrix->at[j], whole = row[j], left = whole;
    for (size_t k = 0; k < j; k++)
      left -= row[k] * row[k];
    bool varies = left > rtol * whole;
    row[j] = varies ? sqrt(left) : 0;
    rank += varies;
    for (size_t i = j + 1; i < n; i++) {
      double sum = matrix->at[i][j];
      for (size_t k = 0; k < j; k++)
        sum -= matrix->at[i][k] * row[k];
      matrix->at[i][j] = varies ? sum / row[j] : 0;
    }
  }
  return rank;
}

/* The filter as it goes: column 0 follows the figures from a start of 0, column 1 + j a unit start
 * of state j without figures. */
typedef struct filter {
  const prg_structural_form *form;
  size_t d;
  double column[1 + STATES][STATES];
  prg_structural_matrix p;           /* of the state given the start, for σ² = 1 */
  prg_structural_matrix information; /* XᵀF⁻¹X */
  double product[STATES], squares;   /* XᵀF⁻¹v, vᵀF⁻¹v */
  double log_f;
  size_t n_figures;
} filter;

static void advance(filter *f, const double *weight) {
  for (size_t c = 0; c <= f->d; c++)
    prg_structural_advance(f->form, f->column[c]);
  prg_structural_advance_covariance(f->form, weight, &f->p);
}

static void accumulate(filter *f, const double *x, double v, double variance) {
  f->squares += v * v / variance;
  f->log_f += log(variance);
  f->n_figures++;
  for (size_t i = 0; i < f->d; i++) {
    f->product[i] += x[i] * v / variance;
    for (size_t j = 0; j < f->d; j++)
      f->information.at[i][j] += x[i] * x[j] / variance;
  }
}

static void update(filter *f, double noise, double y) {
  const size_t d = f->d;
  double gain[STATES], x[STATES];
  for (size_t i = 0; i < d; i++)
    gain[i] = prg_structural_seen(f->form, f->p.at[i]);
  double variance = prg_structural_seen(f->form, gain) + noise;
  double v = y - prg_structural_seen(f->form, f->column[0]);
  for (size_t j = 0; j < d; j++)
    x[j] = prg_structural_seen(f->form, f->column[1 + j]);
  accumulate(f, x, v, variance);
  for (size_t i = 0; i < d; i++) {
    double k = gain[i] / variance;
    f->column[0][i] += k * v;
    for (size_t j = 0; j < d; j++) {
      f->column[1 + j][i] -= k * x[j];
      f->p.at[i][j] -= k * gain[j];
    }
  }
}

/* x ← L⁻¹x. */
static void forward(size_t d, const prg_structural_matrix *l, double *x) {
  for (size_t i = 0; i < d; i++) {
    for (size_t k = 0; k < i; k++)
      x[i] -= l->at[i][k] * x[k];
    x[i] /= l->at[i][i];
  }
}

/* With A = response of the end to the start, B = A L⁻ᵀ: end = a + B L⁻¹b, covariance P + BBᵀ. */
static void solve(const filter *f, const prg_structural_matrix *l, prg_structural_run *run) {
  const size_t d = f->d;
  double z[STATES], b[STATES][STATES];
  memcpy(z, f->product, sizeof z);
  forward(d, l, z);
  run->rss = f->squares;
  for (size_t i = 0; i < d; i++) {
    run->rss -= z[i] * z[i];
    for (size_t j = 0; j < d; j++)
      b[i][j] = f->column[1 + j][i];
    forward(d, l, b[i]);
    run->end.at[i] = f->column[0][i];
    for (size_t j = 0; j < d; j++)
      run->end.at[i] += b[i][j] * z[j];
  }
  for (size_t i = 0; i < d; i++)
    for (size_t j = 0; j < d; j++) {
      run->covariance.at[i][j] = f->p.at[i][j];
      for (size_t k = 0; k < d; k++)
        run->covariance.at[i][j] += b[i][k] * b[j][k];
    }
  run->rss = fmax(run->rss, RSS_MIN);
}

bool prg_structural_filter(const prg_structural_form *form, const double *weight, const double *y,
                           size_t n, prg_structural_run *run) {
  filter f = {.form = form, .d = prg_structural_states(form)};
  for (size_t j = 0; j < f.d; j++)
    f.column[1 + j][j] = 1;
  for (size_t t = 0; t < n; t++) {
    advance(&f, weight);
    if (!isnan(y[t]))
      update(&f, weight[STRUCTURAL_NOISE], y[t]);
  }
  if (f.n_figures <= f.d || prg_structural_cholesky(f.d, &f.information) < f.d)
    return false;
  *run = (prg_structural_run){.n_figures = f.n_figures, .log_determinant = f.log_f};
  memcpy(run->weight, weight, sizeof run->weight);
  for (size_t i = 0; i < f.d; i++)
    run->log_determinant += 2 * log(f.information.at[i][i]);
  solve(&f, &f.information, run);
  return true;
}

double prg_structural_log_likelihood(const prg_structural_form *form,
                                     const prg_structural_run *run) {
  double df = (double)(run->n_figures - prg_structural_states(form));
  return -0.5 * (df * (log(2 * M_PI * run->rss / df) + 1) + run->log_determinant);
}

typedef struct search {
  const prg_structural_form *form;
  const double *y;
  size_t n;
} search;

/* w_i = x_i² + a little, of their sum: a variance of 0 is reached at x_i = 0, not at infinity. */
static void weights_at(const prg_structural_form *form, const double *x, double *weight) {
  double sum = 0;
  for (size_t i = 0; i < STRUCTURAL_PARTS; i++)
    weight[i] = i < form->n_part ? x[i] * x[i] : 0;
  for (size_t i = 0; i < form->n_part; i++)
    sum += weight[i];
  for (size_t i = 0; i < form->n_part; i++)
    weight[i] = (weight[i] / sum + WEIGHT_MIN) / (1 + WEIGHT_MIN * (double)form->n_part);
}

static double objective(const double *x, void *data) {
  static const double impossible = 1e10;
  const search *s = data;
  double weight[STRUCTURAL_PARTS];
  prg_structural_run run;
  weights_at(s->form, x, weight);
  if (!prg_structural_filter(s->form, weight, s->y, s->n, &run))
    return impossible;
  return -prg_structural_log_likelihood(s->form, &run);
}

enum { STARTS = 3, GRID = 3 };
static const double grid[GRID] = {0.04, 0.3, 1};

typedef struct start {
  double x[STRUCTURAL_PARTS], f;
} start;

/* The best STARTS points of the grid, best first. */
static void scan(search *s, start best[STARTS]) {
  size_t points = 1;
  for (size_t i = 0; i < s->form->n_part; i++)
    points *= GRID;
  for (size_t i = 0; i < STARTS; i++)
    best[i].f = INFINITY;
  for (size_t k = 0; k < points; k++) {
    start point = {.f = 0};
    for (size_t i = 0, rest = k; i < s->form->n_part; i++, rest /= GRID)
      point.x[i] = grid[rest % GRID];
    point.f = objective(point.x, s);
    for (size_t place = 0; place < STARTS; place++)
      if (point.f < best[place].f) {
        memmove(best + place + 1, best + place, (STARTS - 1 - place) * sizeof *best);
        best[place] = point;
        break;
      }
  }
}

/* The neighbour's weights as a start; none of them 0, where the likelihood has no slope. */
static start start_from(search *s, const double *weight) {
  static const double least = 0.05;
  start begin = {.f = 0};
  for (size_t i = 0; i < s->form->n_part; i++)
    begin.x[i] = fmax(sqrt(weight[i]), least);
  begin.f = objective(begin.x, s);
  return begin;
}

/* Climbs to the least objective near the start. */
static void climb(search *s, start *from) {
  const prg_bfgs problem = {.n = s->form->n_part,
                            .f = objective,
                            .data = s,
                            .step = 1e-6,
                            .tolerance = 1e-11,
                            .max_iteration = 100};
  from->f = prg_bfgs_minimise(&problem, from->x);
}

bool prg_structural_search(const prg_structural_form *form, const double *y, size_t n,
                           prg_structural_run *run) {
  search s = {.form = form, .y = y, .n = n};
  start begin[STARTS], best = {.f = INFINITY};
  size_t starts = STARTS;
  if (run->n_figures > 0) {
    best = start_from(&s, run->weight);
    climb(&s, &best);
    starts = 1; /* in case the likelihood has become higher elsewhere */
  }
  scan(&s, begin);
  for (size_t i = 0; i < starts; i++) {
    if (run->n_figures > 0 && begin[i].f >= best.f)
      break;
    climb(&s, &begin[i]);
    best = begin[i].f < best.f ? begin[i] : best;
  }
  double weight[STRUCTURAL_PARTS];
  weights_at(form, best.x, weight);
  return prg_structural_filter(form, weight, y, n, run);
}
