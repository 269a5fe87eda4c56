#include "model/smoothing/ets_predict.h"

#include <math.h>

#include <gsl/gsl_randist.h>

static double within_limits(double x) {
  return fmin(fmax(x, -PRG_ETS_LARGEST), PRG_ETS_LARGEST);
}

/* The season's place of the period h ahead. */
static size_t place(const prg_ets_fit *fit, size_t h) {
  return (fit->periods + h - 1) % fit->m;
}

/* Means and response[j] = c[j]², j = 1 … horizon − 1, of a form linear in its states. */
static void linear_means(const prg_ets_fit *fit, size_t horizon, double *mean, double *response) {
  double power = 1, steps = 0;
  for (size_t h = 1; h <= horizon; h++) {
    power *= fit->smoothing.phi;
    steps += power;
    mean[h - 1] = fit->last.level + steps * fit->last.slope + fit->last.season[place(fit, h)];
    double c = fit->smoothing.alpha + steps * fit->smoothing.beta;
    if (h % fit->m == 0)
      c += fit->smoothing.gamma;
    response[h - 1] = c * c;
  }
}

static void additive_moments(const prg_ets_fit *fit, size_t horizon, double *mean, double *variance,
                             double *response) {
  linear_means(fit, horizon, mean, response);
  double sum = 1;
  for (size_t h = 1; h <= horizon; h++) {
    variance[h - 1] = fit->sigma2 * sum;
    sum += response[h - 1];
  }
}

/* θ[h] = E f², f being the forecast made one period before. */
static void relative_moments(const prg_ets_fit *fit, size_t horizon, double *mean, double *variance,
                             double *work) {
  double *response = work, *theta = work + horizon;
  linear_means(fit, horizon, mean, response);
  for (size_t h = 0; h < horizon; h++) {
    double reactions = 0;
    for (size_t j = 1; j <= h; j++)
      reactions += response[j - 1] * theta[h - j];
    theta[h] = mean[h] * mean[h] + fit->sigma2 * reactions;
    variance[h] = fit->sigma2 * theta[h] + (theta[h] - mean[h] * mean[h]);
  }
}

/* First and second moments of x = (level, slope) times one period's season s: E xs, E xx′s². */
typedef struct product_moments {
  double l, b;
  double ll, lb, bb;
} product_moments;

/*
 * One period on: x ← (F + ε g w′)x with F = (1 φ; 0 φ), g = (α, β), w = (1, φ), and s ← s(1 + cε),
 * c = γ when the season's turn has come, else 0. With E ε² = σ², E ε⁴ = 3σ⁴, odd moments 0, V = E
 * xx′s², r = FVw and f = w′Vw:
 *   E xs ← (F + cσ² g w′) E xs
 *   V ← FVF′(1 + c²σ²) + 2cσ²(r g′ + g r′) + gg′ f (σ² + 3c²σ⁴)
 */
static void product_step(const prg_ets_smoothing *p, double c, double v, product_moments *m) {
  double phi = p->phi, ga = p->alpha, gb = p->beta;
  double f1 = m->l + phi * m->b, f2 = m->ll + 2 * phi * m->lb + phi * phi * m->bb;
  double rl = f2, rb = phi * (m->lb + phi * m->bb); /* FVw: w′ is the first row of F */
  double keep = 1 + c * c * v, cross = 2 * c * v, own = f2 * (v + 3 * c * c * v * v);
  *m = (product_moments){
      .l = f1 + c * v * ga * f1,
      .b = phi * m->b + c * v * gb * f1,
      .ll = keep * f2 + 2 * cross * rl * ga + own * ga * ga,
      .lb = keep * rb + cross * (rl * gb + rb * ga) + own * ga * gb,
      .bb = keep * phi * phi * m->bb + 2 * cross * rb * gb + own * gb * gb,
  };
}

static void ratio_moments(const prg_ets_fit *fit, size_t horizon, double *mean, double *variance) {
  const prg_ets_smoothing *p = &fit->smoothing;
  const prg_ets_states *last = &fit->last;
  for (size_t first = 1; first <= fit->m && first <= horizon; first++) {
    double s = last->season[place(fit, first)], l = last->level * s, b = last->slope * s;
    product_moments m = {l, b, l * l, l * b, b * b};
    for (size_t h = 1; h <= horizon; h++) {
      bool turn = (h - first) % fit->m == 0;
      if (h >= first && turn) {
        double f1 = m.l + p->phi * m.b;
        double f2 = m.ll + 2 * p->phi * m.lb + p->phi * p->phi * m.bb;
        mean[h - 1] = f1;
        variance[h - 1] = fit->sigma2 * f2 + fmax(0, f2 - f1 * f1);
      }
      product_step(p, h >= first && turn ? p->gamma : 0, fit->sigma2, &m);
    }
  }
}

void prg_ets_moments(const prg_ets_fit *fit, size_t horizon, double *mean, double *variance,
                     double *work) {
  if (fit->form.error == PRG_ETS_ADDITIVE)
    additive_moments(fit, horizon, mean, variance, work);
  else if (fit->form.season == PRG_ETS_MULTIPLICATIVE)
    ratio_moments(fit, horizon, mean, variance);
  else
    relative_moments(fit, horizon, mean, variance, work);
  for (size_t h = 0; h < horizon; h++) {
    mean[h] = within_limits(mean[h]);
    variance[h] = fmin(variance[h], PRG_ETS_LARGEST * PRG_ETS_LARGEST);
  }
}

void prg_ets_draw(const prg_ets_fit *fit, double sigma2, gsl_rng *random, size_t horizon,
                  double *path) {
  const prg_ets_smoothing *p = &fit->smoothing;
  bool relative = fit->form.error == PRG_ETS_MULTIPLICATIVE;
  bool ratio = fit->form.season == PRG_ETS_MULTIPLICATIVE;
  prg_ets_states now = fit->last;
  for (size_t h = 1; h <= horizon; h++) {
    double *season = &now.season[place(fit, h)];
    double damped = p->phi * now.slope, q = now.level + damped;
    double f = ratio ? q * *season : q + *season;
    double error = gsl_ran_gaussian_ziggurat(random, sqrt(sigma2));
    double e = relative ? f * error : error;
    double u = ratio ? q * error : e;
    path[h - 1] = within_limits(f + e);
    now.level = within_limits(q + p->alpha * u);
    now.slope = within_limits(damped + p->beta * u);
    *season = within_limits(ratio ? *season * (1 + p->gamma * error) : *season + p->gamma * e);
  }
}
