#include "model/smoothing/ets_filter.h"

#include <math.h>
#include <string.h>

/* Tangents are carried in pairs: vectors of GCC and Clang, in one register of any x86-64. */
#define LANES 2
#define VECTORS (PRG_ETS_PARAMETERS / LANES)
#define SMOOTHING_VECTORS (PRG_ETS_SMOOTHING / LANES)
typedef double vector __attribute__((vector_size(LANES * sizeof(double))));

static size_t slope_index(const prg_ets_form *form) {
  return prg_ets_form_smoothing(form) + 1;
}

static size_t season_index(const prg_ets_form *form) {
  return slope_index(form) + (form->trend == PRG_ETS_NONE ? 0 : 1);
}

prg_ets_states prg_ets_initial_states(const prg_ets_form *form, size_t m, const double *z) {
  prg_ets_states states = {.level = z[prg_ets_form_smoothing(form)]};
  if (form->trend != PRG_ETS_NONE)
    states.slope = z[slope_index(form)];
  if (form->season == PRG_ETS_NONE)
    return states;
  states.season[m - 1] = form->season == PRG_ETS_MULTIPLICATIVE ? (double)m : 0;
  for (size_t j = 0; j + 1 < m; j++) {
    states.season[j] = z[season_index(form) + j];
    states.season[m - 1] -= states.season[j];
  }
  return states;
}

/* Sum of logarithms, taken of the product of a few at a time. */
typedef struct log_sum {
  double sum, product;
  size_t n;
} log_sum;

static void log_sum_add(log_sum *logs, double x) {
  logs->product *= x;
  if (++logs->n % 4 == 0) {
    logs->sum += log(logs->product);
    logs->product = 1;
  }
}

static double deviance(const prg_ets_form *form, const prg_ets_figures *figures, double squares,
                       const log_sum *logs) {
  double deviance = (double)figures->n_figures * log(fmax(squares, figures->floor));
  if (form->error == PRG_ETS_MULTIPLICATIVE)
    deviance += 2 * (logs->sum + log(logs->product));
  return isfinite(deviance) ? deviance : INFINITY;
}

double prg_ets_deviance(const prg_ets_form *form, const prg_ets_figures *figures, const double *z,
                        prg_ets_states *last, double *squares) {
  bool relative = form->error == PRG_ETS_MULTIPLICATIVE;
  bool ratio = form->season == PRG_ETS_MULTIPLICATIVE;
  prg_ets_smoothing p = prg_ets_smoothing_at(form, z, NULL);
  if (!prg_ets_smoothing_admissible(form, &p, figures->m))
    return INFINITY;
  prg_ets_states now = prg_ets_initial_states(form, figures->m, z);
  log_sum logs = {.product = 1};
  double sum = 0;
  for (size_t t = 0, j = 0; t < figures->n; t++, j = j + 1 == figures->m ? 0 : j + 1) {
    double q = now.level + p.phi * now.slope, s = now.season[j];
    double f = ratio ? q * s : q + s;
    if (relative && !(f > 0 && (!ratio || s > 0)))
      return INFINITY;
    double y = figures->y[t], e = isnan(y) ? 0 : y - f;
    double r = relative ? e / f : e;
    sum += r * r;
    if (relative && !isnan(y))
      log_sum_add(&logs, f);
    double u = ratio ? e / s : e, v = ratio ? e / q : e;
    now.level = q + p.alpha * u;
    now.slope = p.phi * now.slope + p.beta * u;
    now.season[j] = s + p.gamma * v;
  }
  if (last != NULL)
    *last = now;
  if (squares != NULL)
    *squares = fmax(sum, figures->floor);
  return deviance(form, figures, sum, &logs);
}

/* ∂/∂z of the states, and of the smoothing parameters: those are in the first vectors. */
typedef struct tangents {
  vector level[VECTORS], slope[VECTORS];
  vector alpha[SMOOTHING_VECTORS], beta[SMOOTHING_VECTORS];
  vector gamma[SMOOTHING_VECTORS], phi[SMOOTHING_VECTORS];
  vector season[PRG_ETS_SEASON_MAX][VECTORS]; /* the last member: m of them are used */
} tangents;

static void set_one(vector *tangent, size_t i, double value) {
  tangent[i / LANES][i % LANES] = value;
}

static void tangents_init(const prg_ets_form *form, size_t m, const double *z, tangents *d) {
  memset(d, 0, offsetof(tangents, season) + m * sizeof d->season[0]);
  prg_ets_smoothing by_unit[PRG_ETS_SMOOTHING];
  prg_ets_smoothing_at(form, z, by_unit);
  size_t n_unit = prg_ets_form_smoothing(form);
  for (size_t i = 0; i < n_unit; i++) {
    set_one(d->alpha, i, by_unit[i].alpha);
    set_one(d->beta, i, by_unit[i].beta);
    set_one(d->gamma, i, by_unit[i].gamma);
    set_one(d->phi, i, by_unit[i].phi);
  }
  set_one(d->level, n_unit, 1);
  if (form->trend != PRG_ETS_NONE)
    set_one(d->slope, slope_index(form), 1);
  for (size_t j = 0; form->season != PRG_ETS_NONE && j + 1 < m; j++) {
    set_one(d->season[j], season_index(form) + j, 1);
    set_one(d->season[m - 1], season_index(form) + j, -1);
  }
}

/* One period's update: what it does to the states, and its coefficients for the tangents. */
typedef struct period_update {
  double slope;       /* b before the update */
  double r, w;        /* the error that is squared; 1, or 1/f for multiplicative errors */
  double f_q, f_s;    /* ∂f/∂q, ∂f/∂s */
  double e_f;         /* ∂e/∂f: −1, or 0 where there is no figure */
  double u, u_e, u_s; /* u, ∂u/∂e, ∂u/∂s */
  double v, v_e, v_q; /* v, ∂v/∂e, ∂v/∂q */
} period_update;

static period_update states_update(const prg_ets_form *form, const prg_ets_smoothing *p, double y,
                                   prg_ets_states *now, size_t j) {
  bool ratio = form->season == PRG_ETS_MULTIPLICATIVE;
  double q = now->level + p->phi * now->slope, s = now->season[j];
  double f = ratio ? q * s : q + s, e = isnan(y) ? 0 : y - f;
  double per_s = ratio ? 1 / s : 1, per_q = ratio ? 1 / q : 1;
  double w = form->error == PRG_ETS_MULTIPLICATIVE ? 1 / f : 1;
  period_update c = {.slope = now->slope,
                     .r = e * w,
                     .w = w,
                     .f_q = ratio ? s : 1,
                     .f_s = ratio ? q : 1,
                     .e_f = isnan(y) ? 0 : -1,
                     .u = e * per_s,
                     .u_e = per_s,
                     .u_s = ratio ? -e * per_s * per_s : 0,
                     .v = e * per_q,
                     .v_e = per_q,
                     .v_q = ratio ? -e * per_q * per_q : 0};
  now->level = q + p->alpha * c.u;
  now->slope = p->phi * now->slope + p->beta * c.u;
  now->season[j] = s + p->gamma * c.v;
  return c;
}

/* Moves the tangents over the period; f: shape (n_vector), ∂f/∂z. */
static void tangents_update(tangents *d, size_t j, size_t n_vector, const prg_ets_smoothing *p,
                            const period_update *c, vector *f) {
  vector *season = d->season[j];
  for (size_t i = 0; i < n_vector; i++) {
    vector db = p->phi * d->slope[i];
    if (i < SMOOTHING_VECTORS)
      db += c->slope * d->phi[i];
    vector dq = d->level[i] + db;
    f[i] = c->f_q * dq + c->f_s * season[i];
    vector du = c->u_e * c->e_f * f[i] + c->u_s * season[i];
    vector dv = c->v_e * c->e_f * f[i] + c->v_q * dq;
    d->level[i] = dq + p->alpha * du;
    d->slope[i] = db + p->beta * du;
    season[i] += p->gamma * dv;
  }
  for (size_t i = 0; i < SMOOTHING_VECTORS; i++) {
    d->level[i] += c->u * d->alpha[i];
    d->slope[i] += c->u * d->beta[i];
    season[i] += c->v * d->gamma[i];
  }
}

/* Sums over the periods with g = w ∂f/∂z. */
typedef struct slope_sums {
  double squares;                              /* Σr² */
  vector scale[VECTORS];                       /* Σg */
  vector fit[VECTORS];                         /* Σ r(1 + r)g, or Σ r g for additive errors */
  vector product[PRG_ETS_PARAMETERS][VECTORS]; /* Σgg′, lower triangle; the last member */
} slope_sums;

static void sums_add(slope_sums *sums, size_t n_vector, vector *g, const period_update *c,
                     bool relative) {
  double fit = relative ? c->r * (1 + c->r) : c->r;
  sums->squares += c->r * c->r;
  for (size_t i = 0; i < n_vector; i++) {
    g[i] *= c->w;
    sums->scale[i] += g[i];
    sums->fit[i] += fit * g[i];
  }
  for (size_t i = 0; i < n_vector; i++)
    for (size_t lane = 0; lane < LANES; lane++)
      for (size_t j = 0; j <= i; j++)
        sums->product[i * LANES + lane][j] += g[i][lane] * g[j];
}

/*
 * Half the deviance is ½ n log S + Σ log f, S = Σr². With σ² = S/n and Gaussian r:
 *   gradient = Σg − Σ r(1 + r)g/σ²,   information = (1/σ² + 2) Σgg′ − (2/n) Σg Σg′,
 * without the terms of Σ log f for additive errors: −Σ r g/σ², Σgg′/σ².
 */
static void slope_finish(const prg_ets_figures *figures, bool relative, size_t n_z,
                         const slope_sums *sums, prg_ets_slope *slope) {
  double n = (double)figures->n_figures;
  double precision = n / fmax(sums->squares, figures->floor);
  bool flat = sums->squares <= figures->floor; /* the floor does not depend on z */
  for (size_t i = 0; i < n_z; i++) {
    double scale_i = sums->scale[i / LANES][i % LANES];
    double fit = flat ? 0 : precision * sums->fit[i / LANES][i % LANES];
    slope->gradient[i] = relative ? scale_i - fit : -fit;
    for (size_t j = 0; j <= i; j++) {
      double product = sums->product[i][j / LANES][j % LANES];
      double scale_j = sums->scale[j / LANES][j % LANES];
      slope->hessian[i][j] =
          relative ? (precision + 2) * product - 2 / n * scale_i * scale_j : precision * product;
    }
  }
}

void prg_ets_differentiate(const prg_ets_form *form, const prg_ets_figures *figures,
                           const double *z, prg_ets_slope *slope) {
  bool relative = form->error == PRG_ETS_MULTIPLICATIVE;
  size_t n_z = prg_ets_form_smoothing(form) + prg_ets_form_states(form, figures->m);
  size_t n_vector = (n_z + LANES - 1) / LANES;
  prg_ets_smoothing p = prg_ets_smoothing_at(form, z, NULL);
  prg_ets_states now = prg_ets_initial_states(form, figures->m, z);
  tangents d;
  tangents_init(form, figures->m, z, &d);
  slope_sums sums;
  memset(&sums, 0, offsetof(slope_sums, product) + n_vector * LANES * sizeof sums.product[0]);
  for (size_t t = 0, j = 0; t < figures->n; t++, j = j + 1 == figures->m ? 0 : j + 1) {
    vector f[VECTORS];
    period_update c = states_update(form, &p, figures->y[t], &now, j);
    tangents_update(&d, j, n_vector, &p, &c, f);
    if (!isnan(figures->y[t]))
      sums_add(&sums, n_vector, f, &c, relative);
  }
  slope_finish(figures, relative, n_z, &sums, slope);
}
