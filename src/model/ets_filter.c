#include "model/ets_filter.h"

#include <math.h>
#include <string.h>

#define BLOCK 4 /* tangents are carried in fours, so that the compiler can keep them in vectors */

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

/* ∂/∂z of the states, of the smoothing parameters, and of the forecast of one period. */
typedef struct tangents {
  double level[PRG_ETS_PARAMETERS], slope[PRG_ETS_PARAMETERS];
  double season[PRG_ETS_SEASON_MAX][PRG_ETS_PARAMETERS];
  double alpha[PRG_ETS_PARAMETERS], beta[PRG_ETS_PARAMETERS], gamma[PRG_ETS_PARAMETERS];
  double phi[PRG_ETS_PARAMETERS];
  double f[PRG_ETS_PARAMETERS];
} tangents;

static void tangents_init(const prg_ets_form *form, size_t m, const double *z, tangents *d) {
  memset(d, 0, sizeof *d);
  prg_ets_smoothing by_unit[PRG_ETS_SMOOTHING];
  prg_ets_smoothing_at(form, z, by_unit);
  for (size_t i = 0; i < prg_ets_form_smoothing(form); i++) {
    d->alpha[i] = by_unit[i].alpha;
    d->beta[i] = by_unit[i].beta;
    d->gamma[i] = by_unit[i].gamma;
    d->phi[i] = by_unit[i].phi;
  }
  d->level[prg_ets_form_smoothing(form)] = 1;
  if (form->trend != PRG_ETS_NONE)
    d->slope[slope_index(form)] = 1;
  for (size_t j = 0; form->season != PRG_ETS_NONE && j + 1 < m; j++) {
    d->season[j][season_index(form) + j] = 1;
    d->season[m - 1][season_index(form) + j] = -1;
  }
}

/* One period's update, as coefficients of the tangents. */
typedef struct period_update {
  double f_q, f_s;      /* ∂f/∂q, ∂f/∂s */
  double e_f;           /* ∂e/∂f: −1, or 0 where there is no figure */
  double u, u_e, u_s;   /* u, ∂u/∂e, ∂u/∂s */
  double v, v_e, v_q;   /* v, ∂v/∂e, ∂v/∂q */
  double slope;         /* b before the update */
} period_update;

static void tangents_update(tangents *restrict d, double *restrict season, size_t n_block,
                            const prg_ets_smoothing *p, const period_update *c) {
  for (size_t block = 0; block < n_block; block++) {
    for (size_t i = block * BLOCK, end = i + BLOCK; i < end; i++) {
      double db = p->phi * d->slope[i] + c->slope * d->phi[i];
      double dq = d->level[i] + db;
      double df = c->f_q * dq + c->f_s * season[i];
      double de = c->e_f * df;
      double du = c->u_e * de + c->u_s * season[i];
      double dv = c->v_e * de + c->v_q * dq;
      d->f[i] = df;
      d->level[i] = dq + p->alpha * du + c->u * d->alpha[i];
      d->slope[i] = db + p->beta * du + c->u * d->beta[i];
      season[i] += p->gamma * dv + c->v * d->gamma[i];
    }
  }
}

/* Sums over the periods, w = 1 or 1/f, g = w ∂f/∂z. */
typedef struct slope_sums {
  double squares;                   /* Σ r² */
  double scale[PRG_ETS_PARAMETERS]; /* Σ g, multiplicative errors */
  double fit[PRG_ETS_PARAMETERS];   /* Σ r (1 + r) g, or Σ r g */
} slope_sums;

static void sums_add(slope_sums *restrict sums, double (*restrict product)[PRG_ETS_PARAMETERS],
                     double *restrict g, size_t n_block, double w, double r, double fit) {
  sums->squares += r * r;
  for (size_t i = 0; i < n_block * BLOCK; i++)
    g[i] *= w;
  for (size_t i = 0; i < n_block * BLOCK; i += BLOCK) {
    for (size_t j = i; j < i + BLOCK; j++) {
      sums->scale[j] += g[j];
      sums->fit[j] += fit * g[j];
    }
  }
  for (size_t i = 0; i < n_block * BLOCK; i++)
    for (size_t block = 0; block <= i / BLOCK; block++)
      for (size_t j = block * BLOCK, end = j + BLOCK; j < end; j++)
        product[i][j] += g[i] * g[j];
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
    double fit = flat ? 0 : precision * sums->fit[i];
    slope->gradient[i] = relative ? sums->scale[i] - fit : -fit;
    for (size_t j = 0; j <= i; j++) {
      double product = slope->hessian[i][j];
      slope->hessian[i][j] =
          relative ? (precision + 2) * product - 2 / n * sums->scale[i] * sums->scale[j]
                   : precision * product;
    }
  }
}

void prg_ets_differentiate(const prg_ets_form *form, const prg_ets_figures *figures,
                           const double *z, prg_ets_slope *slope) {
  bool relative = form->error == PRG_ETS_MULTIPLICATIVE;
  bool ratio = form->season == PRG_ETS_MULTIPLICATIVE;
  size_t n_z = prg_ets_form_smoothing(form) + prg_ets_form_states(form, figures->m);
  size_t n_block = (n_z + BLOCK - 1) / BLOCK;
  prg_ets_smoothing p = prg_ets_smoothing_at(form, z, NULL);
  prg_ets_states now = prg_ets_initial_states(form, figures->m, z);
  tangents d;
  tangents_init(form, figures->m, z, &d);
  slope_sums sums = {0};
  memset(slope, 0, sizeof *slope);
  for (size_t t = 0, j = 0; t < figures->n; t++, j = j + 1 == figures->m ? 0 : j + 1) {
    double q = now.level + p.phi * now.slope, s = now.season[j];
    double f = ratio ? q * s : q + s;
    double y = figures->y[t], e = isnan(y) ? 0 : y - f;
    double per_s = ratio ? 1 / s : 1, per_q = ratio ? 1 / q : 1;
    double u = e * per_s, v = e * per_q;
    period_update c = {.f_q = ratio ? s : 1, .f_s = ratio ? q : 1, .e_f = isnan(y) ? 0 : -1,
                       .u = u, .u_e = per_s, .u_s = ratio ? -u * per_s : 0,
                       .v = v, .v_e = per_q, .v_q = ratio ? -v * per_q : 0, .slope = now.slope};
    tangents_update(&d, d.season[j], n_block, &p, &c);
    now.level = q + p.alpha * u;
    now.slope = p.phi * now.slope + p.beta * u;
    now.season[j] = s + p.gamma * v;
    if (isnan(y))
      continue;
    double r = relative ? e / f : e;
    sums_add(&sums, slope->hessian, d.f, n_block, relative ? 1 / f : 1, r,
             relative ? r * (1 + r) : r);
  }
  slope_finish(figures, relative, n_z, &sums, slope);
}
