#include "model/bfgs.h"

#include <math.h>
#include <string.h>

static const double sufficient = 1e-4; /* of the fall that the slope promises (Armijo) */
static const double shrink = 0.25;     /* of a step that did not fall enough */
static const double longest = 2;       /* largest move of a parameter in one step */
static const double shortest = 1e-6;
static const double level = 1e-6; /* a gradient smaller than this is none */

typedef struct descent {
  const prg_bfgs *problem;
  double f;
  double x[PRG_BFGS_MAX], gradient[PRG_BFGS_MAX], direction[PRG_BFGS_MAX];
  double inverse[PRG_BFGS_MAX][PRG_BFGS_MAX]; /* approximates the inverse Hessian */
  bool fresh;                                 /* inverse is the unit matrix */
} descent;

static void find_gradient(descent *s, double *gradient) {
  double h = s->problem->step, x[PRG_BFGS_MAX];
  memcpy(x, s->x, sizeof x);
  for (size_t i = 0; i < s->problem->n; i++) {
    x[i] = s->x[i] + h;
    gradient[i] = (s->problem->f(x, s->problem->data) - s->f) / h;
    x[i] = s->x[i];
  }
}

/* Keeps what is known of the inverse Hessian for the caller. */
static void keep(const descent *s) {
  size_t n = s->problem->n;
  for (size_t i = 0; s->problem->inverse != NULL && !s->fresh && i < n; i++)
    memcpy(s->problem->inverse + i * n, s->inverse[i], n * sizeof(double));
}

/* Takes what the caller knows of it; false if that is nothing. */
static bool recall(descent *s) {
  size_t n = s->problem->n;
  const double *inverse = s->problem->inverse;
  if (inverse == NULL || inverse[0] == 0)
    return false;
  for (size_t i = 0; i < n; i++)
    memcpy(s->inverse[i], inverse + i * n, n * sizeof(double));
  s->fresh = false;
  return true;
}

static void forget(descent *s) {
  memset(s->inverse, 0, sizeof s->inverse);
  for (size_t i = 0; i < s->problem->n; i++)
    s->inverse[i][i] = 1;
  s->fresh = true;
}

static bool is_level(const descent *s) {
  for (size_t i = 0; i < s->problem->n; i++)
    if (fabs(s->gradient[i]) > level)
      return false;
  return true;
}

/* Sets the direction −Hg, cut to `longest`; returns its slope. */
static double aim(descent *s) {
  size_t n = s->problem->n;
  double slope = 0, largest = 0;
  for (size_t i = 0; i < n; i++) {
    double sum = 0;
    for (size_t j = 0; j < n; j++)
      sum -= s->inverse[i][j] * s->gradient[j];
    s->direction[i] = sum;
    largest = fmax(largest, fabs(sum));
  }
  double cut = largest > longest ? longest / largest : 1;
  for (size_t i = 0; i < n; i++) {
    s->direction[i] *= cut;
    slope += s->direction[i] * s->gradient[i];
  }
  return slope;
}

/* Moves along the direction; false if no step falls enough. */
static bool search(descent *s, double slope, double *moved) {
  double x[PRG_BFGS_MAX], f;
  for (double length = 1; length > shortest; length *= shrink) {
    for (size_t i = 0; i < s->problem->n; i++)
      x[i] = s->x[i] + length * s->direction[i];
    f = s->problem->f(x, s->problem->data);
    if (f <= s->f + sufficient * length * slope) {
      for (size_t i = 0; i < s->problem->n; i++) {
        moved[i] = x[i] - s->x[i];
        s->x[i] = x[i];
      }
      s->f = f;
      return true;
    }
  }
  return false;
}

/* H ← (I − s yᵀ/c) H (I − y sᵀ/c) + s sᵀ/c, c = sᵀy; left alone where the curvature is not > 0. */
static void learn(descent *s, const double *moved, const double *turned) {
  size_t n = s->problem->n;
  double curvature = 0, length = 0, hy[PRG_BFGS_MAX], yhy = 0;
  for (size_t i = 0; i < n; i++) {
    curvature += moved[i] * turned[i];
    length += turned[i] * turned[i];
  }
  if (!(curvature > 1e-10 * length) || !(curvature > 0))
    return;
  for (size_t i = 0; s->fresh && i < n; i++)
    s->inverse[i][i] = curvature / length;
  for (size_t i = 0; i < n; i++) {
    hy[i] = 0;
    for (size_t j = 0; j < n; j++)
      hy[i] += s->inverse[i][j] * turned[j];
    yhy += hy[i] * turned[i];
  }
  for (size_t i = 0; i < n; i++)
    for (size_t j = 0; j < n; j++)
      s->inverse[i][j] +=
          ((1 + yhy / curvature) * moved[i] * moved[j] - moved[i] * hy[j] - hy[i] * moved[j]) /
          curvature;
  s->fresh = false;
}

double prg_bfgs_minimise(const prg_bfgs *problem, double *x) {
  size_t n = problem->n;
  double moved[PRG_BFGS_MAX], gradient[PRG_BFGS_MAX];
  descent s = {.problem = problem, .f = problem->f(x, problem->data)};
  memcpy(s.x, x, n * sizeof *x);
  find_gradient(&s, s.gradient);
  bool known = recall(&s);
  if (!known)
    forget(&s);
  for (int i = 0; i < problem->max_iteration && !is_level(&s); i++) {
    double before = s.f, slope = aim(&s);
    bool fell = slope < 0 && search(&s, slope, moved);
    bool done = !fell || before - s.f <= problem->tolerance * (fabs(s.f) + problem->tolerance);
    if (done && (s.fresh || (known && fell)))
      break;
    if (fell) {
      find_gradient(&s, gradient);
      for (size_t j = 0; j < n; j++) {
        double turned = gradient[j] - s.gradient[j];
        s.gradient[j] = gradient[j];
        gradient[j] = turned;
      }
      learn(&s, moved, gradient);
    }
    if (done) { /* once more down the steepest slope before it is believed */
      keep(&s);
      forget(&s);
      known = false;
    }
  }
  keep(&s);
  memcpy(x, s.x, n * sizeof *x);
  return s.f;
}

static double at(const prg_bfgs *p, const double *x, size_t i, double hi, size_t j, double hj) {
  double moved[PRG_BFGS_MAX];
  memcpy(moved, x, p->n * sizeof *x);
  moved[i] += hi;
  moved[j] += hj;
  return p->f(moved, p->data);
}

bool prg_bfgs_is_minimum(const prg_bfgs *problem, const double *x, double h) {
  double a[PRG_BFGS_MAX][PRG_BFGS_MAX];
  size_t n = problem->n;
  for (size_t i = 0; i < n; i++)
    for (size_t j = 0; j <= i; j++)
      a[i][j] = (at(problem, x, i, h, j, h) - at(problem, x, i, h, j, -h) -
                 at(problem, x, i, -h, j, h) + at(problem, x, i, -h, j, -h)) /
                (4 * h * h);
  for (size_t j = 0; j < n; j++) { /* Cholesky in place */
    for (size_t k = 0; k < j; k++)
      a[j][j] -= a[j][k] * a[j][k];
    if (!(a[j][j] > 0))
      return false;
    a[j][j] = sqrt(a[j][j]);
    for (size_t i = j + 1; i < n; i++) {
      for (size_t k = 0; k < j; k++)
        a[i][j] -= a[i][k] * a[j][k];
      a[i][j] /= a[j][j];
    }
  }
  return true;
}
