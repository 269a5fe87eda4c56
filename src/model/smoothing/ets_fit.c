#include "model/smoothing/ets_fit.h"

#include <float.h>
#include <math.h>
#include <string.h>

size_t prg_ets_form_parameters(const prg_ets_form *form, size_t m) {
  return prg_ets_form_smoothing(form) + prg_ets_form_states(form, m);
}

/* A point of the search: the parameter vector and twice its negative log-likelihood. */
typedef struct point {
  double z[PRG_ETS_PARAMETERS];
  double deviance;
} point;

/* ---- starts ---- */

/* The least squares line through the first `window` periods, at t = −1, 0 …: level + slope (t+1).
 */
static void first_line(const prg_ets_figures *figures, size_t window, double *level,
                       double *slope) {
  double n = 0, st = 0, sy = 0, stt = 0, sty = 0;
  for (size_t t = 0; t < window; t++) {
    double x = (double)(t + 1), y = figures->y[t];
    if (isnan(y))
      continue;
    n += 1;
    st += x;
    sy += y;
    stt += x * x;
    sty += x * y;
  }
  double spread = stt * n - st * st;
  *slope = spread > 0 ? (sty * n - st * sy) / spread : 0;
  *level = n > 0 ? (sy - *slope * st) / n : 0;
}

/* Seasonal means of what the line leaves, differences or ratios, with their sum 0 or m. */
static void first_season(const prg_ets_form *form, const prg_ets_figures *figures, size_t window,
                         double level, double slope, double *season) {
  bool ratio = form->season == PRG_ETS_MULTIPLICATIVE;
  double least = 0.01, neutral = ratio ? 1 : 0, sum = 0;
  size_t m = figures->m;
  for (size_t j = 0; j < m; j++) {
    double n = 0, total = 0;
    for (size_t t = j; t < window; t += m) {
      double line = level + slope * (double)(t + 1);
      if (isnan(figures->y[t]) || (ratio && line <= 0))
        continue;
      n += 1;
      total += ratio ? figures->y[t] / line : figures->y[t] - line;
    }
    season[j] = n > 0 ? total / n : neutral;
    if (ratio)
      season[j] = fmax(season[j], least);
    sum += season[j];
  }
  for (size_t j = 0; j < m; j++)
    season[j] = ratio ? season[j] * (double)m / sum : season[j] - sum / (double)m;
}

/* Fills the states of z from the first periods: at least ten, or three seasons. */
static void first_states(const prg_ets_form *form, const prg_ets_figures *figures, double *z) {
  enum { LEAST = 10, SEASONS = 3 };
  size_t m = figures->m, window = SEASONS * m > LEAST ? SEASONS * m : LEAST;
  window = window < figures->n ? window : figures->n;
  double level, slope, season[PRG_ETS_SEASON_MAX] = {0};
  first_line(figures, window, &level, &slope);
  double *state = z + prg_ets_form_smoothing(form);
  if (form->season != PRG_ETS_NONE) {
    first_season(form, figures, window, level, slope, season);
    memcpy(state + (form->trend == PRG_ETS_NONE ? 1 : 2), season, (m - 1) * sizeof *season);
  }
  if (form->trend == PRG_ETS_NONE)
    state[0] = level + slope * (double)(window + 1) / 2;
  else {
    state[0] = level;
    state[1] = slope;
  }
}

/* ---- one step ---- */

/* Solves a x = x by Cholesky, in place; lower triangle of a, k × k. False if not positive definite.
 */
static bool cholesky_solve(size_t k, double a[][PRG_ETS_PARAMETERS], double *x) {
  for (size_t i = 0; i < k; i++) {
    for (size_t j = 0; j <= i; j++) {
      for (size_t c = 0; c < j; c++)
        a[i][j] -= a[i][c] * a[j][c];
      if (i == j && !(a[i][i] > 0))
        return false;
      a[i][j] = i == j ? sqrt(a[i][i]) : a[i][j] / a[j][j];
    }
    for (size_t c = 0; c < i; c++)
      x[i] -= a[i][c] * x[c];
    x[i] /= a[i][i];
  }
  for (size_t i = k; i-- > 0;) {
    for (size_t c = i + 1; c < k; c++)
      x[i] -= a[c][i] * x[c];
    x[i] /= a[i][i];
  }
  return true;
}

static double hessian_at(const prg_ets_slope *slope, size_t i, size_t j) {
  return i > j ? slope->hessian[i][j] : slope->hessian[j][i];
}

/* Solves for the free unknowns of (H + λ diag H) d = −gradient; the others' d is given. */
static bool solve(const prg_ets_slope *slope, double lambda, size_t n, const bool *is_free,
                  double *d) {
  double a[PRG_ETS_PARAMETERS][PRG_ETS_PARAMETERS], x[PRG_ETS_PARAMETERS] = {0};
  size_t index[PRG_ETS_PARAMETERS] = {0}, k = 0;
  double largest = 0;
  for (size_t i = 0; i < n; i++)
    largest = fmax(largest, slope->hessian[i][i]);
  for (size_t i = 0; i < n; i++) {
    if (!is_free[i])
      continue;
    x[k] = -slope->gradient[i];
    for (size_t j = 0; j < n; j++)
      x[k] -= is_free[j] ? 0 : hessian_at(slope, i, j) * d[j];
    index[k] = i;
    for (size_t j = 0; j <= k; j++)
      a[k][j] = slope->hessian[i][index[j]];
    a[k][k] += lambda * fmax(a[k][k], DBL_EPSILON * largest) + DBL_EPSILON * largest;
    k++;
  }
  if (!cholesky_solve(k, a, x))
    return false;
  for (size_t i = 0; i < k; i++)
    d[index[i]] = x[i];
  return true;
}

/*
 * The step d of the damped quadratic model with z + d in the box 0 <= unit <= 1: a unit parameter
 * at a bound that the gradient holds there stays, one whose step would leave the box goes to the
 * bound, and the rest is solved for again. With `states_only` the smoothing parameters stay.
 */
static bool box_step(const prg_ets_slope *slope, double lambda, size_t n, size_t n_unit,
                     bool states_only, const double *z, double *d) {
  bool is_free[PRG_ETS_PARAMETERS] = {false};
  for (size_t i = 0; i < n; i++) {
    double g = slope->gradient[i];
    is_free[i] = i >= n_unit || !(states_only || (z[i] <= 0 && g >= 0) || (z[i] >= 1 && g <= 0));
    d[i] = 0;
  }
  for (size_t round = 0; round <= n_unit; round++) {
    if (!solve(slope, lambda, n, is_free, d))
      return false;
    bool inside = true;
    for (size_t i = 0; i < n_unit; i++) {
      double bound = z[i] + d[i] < 0 ? 0 : 1;
      if (!is_free[i] || (z[i] + d[i] >= 0 && z[i] + d[i] <= 1))
        continue;
      d[i] = bound - z[i];
      is_free[i] = inside = false;
    }
    if (inside)
      return true;
  }
  return true;
}

/* ---- the search ---- */

typedef struct search {
  const prg_ets_form *form;
  const prg_ets_figures *figures;
  size_t n, n_unit;
} search;

/* The deviance at from + d; the units are kept in the box against rounding. */
static void move(const search *s, const point *from, const double *d, point *to) {
  *to = *from;
  for (size_t i = 0; i < s->n; i++)
    to->z[i] += d[i];
  for (size_t i = 0; i < s->n_unit; i++)
    to->z[i] = fmin(1, fmax(0, to->z[i]));
  to->deviance = prg_ets_deviance(s->form, s->figures, to->z, NULL, NULL);
}

/* Follows the step d, which gained, for as long as twice its length gains more. */
static void stretch(const search *s, const point *from, double *d, point *p) {
  for (;;) {
    point trial;
    for (size_t i = 0; i < s->n; i++)
      d[i] *= 2;
    move(s, from, d, &trial);
    if (!(trial.deviance < p->deviance))
      return;
    *p = trial;
  }
}

/*
 * Makes *slope the one after the move from `before` to `after`, where *next holds gradient and
 * information: its matrix corrected by what the gradient did (BFGS), which converges where the
 * information is far from the Hessian. False, and nothing done, while steps gain much: then *next
 * itself is better (the hybrid of Fletcher and Xu, IMA J. Numer. Anal. 7, 1987).
 */
static bool correct_curvature(size_t n, const point *before, const point *after,
                              prg_ets_slope *slope, const prg_ets_slope *next) {
  static const double much = 1;
  double s[PRG_ETS_PARAMETERS] = {0}, y[PRG_ETS_PARAMETERS] = {0}, bs[PRG_ETS_PARAMETERS];
  double sy = 0, sbs = 0;
  for (size_t i = 0; i < n; i++) {
    s[i] = after->z[i] - before->z[i];
    y[i] = next->gradient[i] - slope->gradient[i];
    sy += s[i] * y[i];
  }
  for (size_t i = 0; i < n; i++) {
    bs[i] = 0;
    for (size_t j = 0; j < n; j++)
      bs[i] += hessian_at(slope, i, j) * s[j];
    sbs += s[i] * bs[i];
  }
  if (before->deviance - after->deviance > much || !(sbs > 0) || !(sy > DBL_EPSILON * sbs))
    return false;
  memcpy(slope->gradient, next->gradient, sizeof slope->gradient);
  for (size_t i = 0; i < n; i++)
    for (size_t j = 0; j <= i; j++)
      slope->hessian[i][j] += y[i] * y[j] / sy - bs[i] * bs[j] / sbs;
  return true;
}

/* One scoring step in the initial states alone, if it gains. */
static void improve_states(const search *s, point *p) {
  static const double lambda = 1e-10;
  prg_ets_slope slope;
  double d[PRG_ETS_PARAMETERS] = {0};
  point trial;
  prg_ets_differentiate(s->form, s->figures, p->z, &slope);
  if (!box_step(&slope, lambda, s->n, s->n_unit, true, p->z, d))
    return;
  move(s, p, d, &trial);
  if (trial.deviance < p->deviance)
    *p = trial;
}

/* True if p is so close to the optimum that it will end there. */
static bool is_near(const search *s, const point *p, const point *optimum) {
  static const double near_deviance = 0.01, near_unit = 0.01;
  if (!(fabs(p->deviance - optimum->deviance) < near_deviance))
    return false;
  for (size_t i = 0; i < s->n_unit; i++)
    if (fabs(p->z[i] - optimum->z[i]) > near_unit)
      return false;
  return true;
}

/*
 * Levenberg–Marquardt from *p, at most `iterations` accepted steps: λ falls after a step that
 * lowers the deviance and rises tenfold after one that does not. Ends when a step gains less than
 * `atol`, when no step gains, or when it comes to the optimum `known` already.
 */
static void climb(const search *s, point *p, const point *known, size_t iterations, double atol) {
  static const double lambda_first = 1e-3, lambda_least = 1e-10, lambda_most = 1e6;
  double lambda = lambda_first;
  prg_ets_slope room[2], *slope = &room[0], *next = &room[1];
  prg_ets_differentiate(s->form, s->figures, p->z, slope);
  for (size_t i = 0; i < iterations; i++) {
    point before = *p;
    double d[PRG_ETS_PARAMETERS] = {0};
    for (; p->deviance >= before.deviance && lambda <= lambda_most; lambda *= 10)
      if (box_step(slope, lambda, s->n, s->n_unit, false, before.z, d)) {
        point trial;
        move(s, &before, d, &trial);
        if (trial.deviance < before.deviance)
          *p = trial;
      }
    if (before.deviance - p->deviance <= atol || i + 1 == iterations || is_near(s, p, known))
      return;
    stretch(s, &before, d, p);
    lambda = fmax(lambda / 100, lambda_least);
    prg_ets_differentiate(s->form, s->figures, p->z, next);
    if (!correct_curvature(s->n, &before, p, slope, next)) {
      prg_ets_slope *spare = slope;
      slope = next;
      next = spare;
    }
  }
}

enum { STARTS = 3 }; /* values of α in the grid */
_Static_assert(PRG_ETS_OPTIMA >= STARTS + PRG_ETS_PARENTS, "a local optimum for each start");

/* One side of the grid of starts: the units tried for one smoothing parameter. */
typedef struct side {
  size_t n;
  double unit[STARTS];
} side;

/* The sides for α, β, γ, φ, those the form has, in the order of z; returns the number of cells. */
static size_t grid_sides(const prg_ets_form *form, side grid[PRG_ETS_SMOOTHING]) {
  static const side alpha = {STARTS, {0.1, 0.5, 0.95}}, beta = {2, {0.02, 0.4}};
  static const side gamma = {2, {0.02, 0.9}}, phi = {2, {0.9, 0.2}}, none = {1, {0}};
  for (size_t i = 0; i < PRG_ETS_SMOOTHING; i++)
    grid[i] = none;
  size_t k = 0, cells = 1;
  grid[k++] = alpha;
  if (form->trend != PRG_ETS_NONE)
    grid[k++] = beta;
  if (form->season != PRG_ETS_NONE)
    grid[k++] = gamma;
  if (form->trend == PRG_ETS_DAMPED)
    grid[k++] = phi;
  for (size_t i = 0; i < k; i++)
    cells *= grid[i].n;
  return cells;
}

/* The best cell of the grid for each α, all with the initial states of `from`; `improved`: each
 * with states improved for it instead. */
static void grid_starts(const search *s, const point *from, bool improved, point best[STARTS]) {
  side grid[PRG_ETS_SMOOTHING];
  size_t cells = grid_sides(s->form, grid);
  for (size_t i = 0; i < STARTS; i++)
    best[i].deviance = INFINITY;
  for (size_t cell = 0; cell < cells; cell++) {
    point p = *from;
    for (size_t i = 0, rest = cell; i < s->n_unit; rest /= grid[i].n, i++)
      p.z[i] = grid[i].unit[rest % grid[i].n];
    p.deviance = prg_ets_deviance(s->form, s->figures, p.z, NULL, NULL);
    if (improved && isfinite(p.deviance))
      improve_states(s, &p);
    if (p.deviance < best[cell % STARTS].deviance)
      best[cell % STARTS] = p;
  }
}

/* AICc from the deviance; the variance is counted as a parameter. +infinity if n is too small. */
static double aicc_at(const search *s, double deviance) {
  double n = (double)s->figures->n_figures, k = (double)s->n + 1, df = n - k - 1;
  return df > 0 ? deviance + n * (1 + log(2 * M_PI / n)) + 2 * k + 2 * k * (k + 1) / df : INFINITY;
}

/* Different points of the search: the local optima that climbs have ended in, or starts. */
typedef struct points {
  size_t n, best; /* best: place of the least deviance */
  point at[PRG_ETS_OPTIMA];
} points;

/* Adds a point, unless one near it is there that is as good; when there is no room, in place of the
 * last one if that is worse. */
static void add_point(const search *s, const point *p, points *met) {
  size_t i = 0;
  while (i < met->n && !is_near(s, p, &met->at[i]))
    i++;
  if (i == met->n && met->n < PRG_ETS_OPTIMA)
    met->at[met->n++] = *p;
  i = i < met->n ? i : met->n - 1;
  if (p->deviance < met->at[i].deviance)
    met->at[i] = *p;
  if (met->at[i].deviance < met->at[met->best].deviance)
    met->best = i;
}

/* Climbs from a start to where it ends, at the latest near the best of those met. */
static void climb_from(const search *s, const point *start, points *met) {
  enum { ITERATIONS = 100 };
  static const point nowhere = {{0}, INFINITY};
  static const double atol = 1e-5;
  point p = *start;
  if (isinf(p.deviance))
    return;
  climb(s, &p, met->n > 0 ? &met->at[met->best] : &nowhere, ITERATIONS, atol);
  add_point(s, &p, met);
}

static void finish(const search *s, const points *met, prg_ets_fit *fit) {
  const point *p = &met->at[met->best];
  double n = (double)s->figures->n_figures, squares;
  *fit = (prg_ets_fit){.form = *s->form,
                       .m = s->figures->m,
                       .smoothing = prg_ets_smoothing_at(s->form, p->z, NULL),
                       .first = prg_ets_initial_states(s->form, s->figures->m, p->z),
                       .periods = s->figures->n,
                       .n_figures = s->figures->n_figures,
                       .n_parameters = s->n,
                       .deviance = p->deviance,
                       .log_likelihood = -0.5 * (p->deviance + n * (1 + log(2 * M_PI / n))),
                       .aicc = aicc_at(s, p->deviance)};
  memcpy(fit->z, p->z, sizeof fit->z);
  fit->n_optimum = met->n;
  for (size_t i = 0; i < met->n; i++)
    memcpy(fit->optimum[i], met->at[i].z, sizeof fit->optimum[i]);
  prg_ets_deviance(s->form, s->figures, p->z, &fit->last, &squares);
  fit->sigma2 = squares / (n - (double)s->n);
}

/*
 * The optimum of a simpler form as a start: without a trend as β and slope 0, undamped as φ at its
 * highest. Both forms have the same kind of season.
 */
static void inherit(const search *s, const prg_ets_fit *parent, point *p) {
  const prg_ets_form *form = s->form, *simple = &parent->form;
  const double *from = parent->z;
  size_t i = 0;
  p->z[i++] = *from++;
  if (form->trend != PRG_ETS_NONE)
    p->z[i++] = simple->trend != PRG_ETS_NONE ? *from++ : 0;
  if (form->season != PRG_ETS_NONE)
    p->z[i++] = *from++;
  if (form->trend == PRG_ETS_DAMPED)
    p->z[i++] = simple->trend == PRG_ETS_DAMPED ? *from++ : 1;
  p->z[i++] = *from++;
  if (form->trend != PRG_ETS_NONE)
    p->z[i++] = simple->trend != PRG_ETS_NONE ? *from++ : 0;
  while (i < s->n)
    p->z[i++] = *from++;
  p->deviance = prg_ets_deviance(form, s->figures, p->z, NULL, NULL);
}

static search search_of(const prg_ets_form *form, const prg_ets_figures *figures) {
  return (search){form, figures, prg_ets_form_parameters(form, figures->m),
                  prg_ets_form_smoothing(form)};
}

bool prg_ets_fit_form(const prg_ets_form *form, const prg_ets_figures *figures,
                      const prg_ets_fit *parent, size_t n_parent, prg_ets_fit *fit) {
  search s = search_of(form, figures);
  point first = {{0}, INFINITY}, start[STARTS];
  points met = {0};
  if (figures->n_figures < s.n + PRG_ETS_SPARE)
    return false;
  first_states(form, figures, first.z);
  grid_starts(&s, &first, true, start);
  for (size_t i = 0; i < STARTS; i++)
    climb_from(&s, &start[i], &met);
  for (size_t i = 0; i < n_parent; i++) {
    inherit(&s, &parent[i], &first);
    climb_from(&s, &first, &met);
  }
  if (met.n == 0)
    return false;
  finish(&s, &met, fit);
  return true;
}

/* The neighbour's local optima, where they have a likelihood here. */
static void neighbour_points(const search *s, const prg_ets_fit *neighbour, points *met) {
  *met = (points){0};
  if (neighbour->m != s->figures->m || s->figures->n_figures < s->n + PRG_ETS_SPARE)
    return;
  for (size_t i = 0; i < neighbour->n_optimum; i++) {
    point p = {{0}, 0};
    memcpy(p.z, neighbour->optimum[i], sizeof p.z);
    p.deviance = prg_ets_deviance(s->form, s->figures, p.z, NULL, NULL);
    if (isfinite(p.deviance))
      add_point(s, &p, met);
  }
}

double prg_ets_aicc_near(const prg_ets_fit *neighbour, const prg_ets_figures *figures) {
  search s = search_of(&neighbour->form, figures);
  points met;
  neighbour_points(&s, neighbour, &met);
  return met.n > 0 ? aicc_at(&s, met.at[met.best].deviance) : NAN;
}

bool prg_ets_refit_form(const prg_ets_fit *neighbour, const prg_ets_figures *figures, bool climbing,
                        prg_ets_fit *fit) {
  static const double far = 8; /* in deviance: a climb from near an optimum gains less */
  const prg_ets_form form = neighbour->form;
  search s = search_of(&form, figures);
  points begin, met = {0};
  point start[STARTS];
  neighbour_points(&s, neighbour, &begin);
  if (begin.n == 0)
    return false;
  const double limit = begin.at[begin.best].deviance + far;
  for (size_t i = 0; i < begin.n; i++)
    if (climbing && begin.at[i].deviance <= limit)
      climb_from(&s, &begin.at[i], &met);
    else
      add_point(&s, &begin.at[i], &met);
  grid_starts(&s, &met.at[met.best], false, start);
  for (size_t i = 0; i < STARTS && climbing; i++) {
    if (isfinite(start[i].deviance))
      improve_states(&s, &start[i]);
    if (start[i].deviance <= limit)
      climb_from(&s, &start[i], &met);
  }
  finish(&s, &met, fit);
  return true;
}

void prg_ets_fit_rescale(prg_ets_fit *fit, double scale) {
  prg_ets_states *states[] = {&fit->first, &fit->last};
  for (size_t i = 0; i < 2; i++) {
    states[i]->level *= scale;
    states[i]->slope *= scale;
    for (size_t j = 0; j < fit->m && fit->form.season == PRG_ETS_ADDITIVE; j++)
      states[i]->season[j] *= scale;
  }
  if (fit->form.error == PRG_ETS_ADDITIVE)
    fit->sigma2 *= scale * scale;
  double jacobian = 2 * (double)fit->n_figures * log(scale);
  fit->deviance += jacobian;
  fit->log_likelihood -= jacobian / 2;
  fit->aicc += jacobian;
}
