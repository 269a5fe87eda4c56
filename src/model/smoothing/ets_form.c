#include "model/smoothing/ets_form.h"

#include <math.h>
#include <string.h>

#define N PRG_ETS_NONE
#define A PRG_ETS_ADDITIVE
#define D PRG_ETS_DAMPED
#define M PRG_ETS_MULTIPLICATIVE

const prg_ets_form prg_ets_forms[PRG_ETS_FORMS] = {
    {A, N, N}, {M, N, N}, {A, A, N}, {M, A, N}, {A, D, N}, {M, D, N}, {A, N, A}, {M, N, A},
    {M, N, M}, {A, A, A}, {M, A, A}, {M, A, M}, {A, D, A}, {M, D, A}, {M, D, M}};

#undef N
#undef A
#undef D
#undef M

static const char *const form_name[PRG_ETS_FORMS][2] = {
    {"ETS(A,N,N)", "ANN"},   {"ETS(M,N,N)", "MNN"},   {"ETS(A,A,N)", "AAN"},  {"ETS(M,A,N)", "MAN"},
    {"ETS(A,Ad,N)", "AAdN"}, {"ETS(M,Ad,N)", "MAdN"}, {"ETS(A,N,A)", "ANA"},  {"ETS(M,N,A)", "MNA"},
    {"ETS(M,N,M)", "MNM"},   {"ETS(A,A,A)", "AAA"},   {"ETS(M,A,A)", "MAA"},  {"ETS(M,A,M)", "MAM"},
    {"ETS(A,Ad,A)", "AAdA"}, {"ETS(M,Ad,A)", "MAdA"}, {"ETS(M,Ad,M)", "MAdM"}};

const char *prg_ets_form_name(const prg_ets_form *form) {
  for (size_t i = 0; i < PRG_ETS_FORMS; i++)
    if (form->error == prg_ets_forms[i].error && form->trend == prg_ets_forms[i].trend &&
        form->season == prg_ets_forms[i].season)
      return form_name[i][0];
  return "";
}

bool prg_ets_form_find(const char *name, prg_ets_form *form) {
  for (size_t i = 0; i < PRG_ETS_FORMS; i++) {
    if (strcmp(name, form_name[i][0]) == 0 || strcmp(name, form_name[i][1]) == 0) {
      *form = prg_ets_forms[i];
      return true;
    }
  }
  return false;
}

size_t prg_ets_form_smoothing(const prg_ets_form *form) {
  size_t n = 1;
  n += form->trend != PRG_ETS_NONE;
  n += form->season != PRG_ETS_NONE;
  n += form->trend == PRG_ETS_DAMPED;
  return n;
}

size_t prg_ets_form_states(const prg_ets_form *form, size_t m) {
  size_t season = form->season == PRG_ETS_NONE ? 0 : m - 1;
  size_t slope = form->trend == PRG_ETS_NONE ? 0 : 1;
  return 1 + slope + season;
}

static const double lowest = 1e-4, highest = 0.9999, phi_lowest = 0.8, phi_highest = 0.98;

prg_ets_smoothing prg_ets_smoothing_at(const prg_ets_form *form, const double *unit,
                                       prg_ets_smoothing *derivative) {
  prg_ets_smoothing s = {.alpha = lowest + unit[0] * (highest - lowest), .phi = 1};
  prg_ets_smoothing d[PRG_ETS_SMOOTHING] = {{.alpha = highest - lowest}};
  size_t k = 1;
  if (form->trend != PRG_ETS_NONE) {
    s.beta = lowest + unit[k] * (s.alpha - lowest);
    d[0].beta = unit[k] * d[0].alpha;
    d[k++].beta = s.alpha - lowest;
  }
  if (form->season != PRG_ETS_NONE) {
    s.gamma = lowest + unit[k] * (1 - s.alpha - lowest);
    d[0].gamma = -unit[k] * d[0].alpha;
    d[k++].gamma = 1 - s.alpha - lowest;
  }
  if (form->trend == PRG_ETS_DAMPED) {
    s.phi = phi_lowest + unit[k] * (phi_highest - phi_lowest);
    d[k++].phi = phi_highest - phi_lowest;
  }
  if (derivative != NULL)
    memcpy(derivative, d, k * sizeof *derivative);
  return s;
}

/* True if all roots of Σ a[i] z^(degree − i), a[0] = 1, lie within the unit circle. Uses up a. */
static bool is_stable(double *a, size_t degree) {
  double reversed[PRG_ETS_SEASON_MAX + 2];
  for (; degree > 0; degree--) {
    double k = a[degree];
    if (fabs(k) >= 1)
      return false;
    for (size_t i = 0; i <= degree; i++)
      reversed[i] = a[degree - i];
    for (size_t i = 0; i < degree; i++)
      a[i] = (a[i] - k * reversed[i]) / (1 - k * k);
  }
  return true;
}

bool prg_ets_smoothing_admissible(const prg_ets_form *form, const prg_ets_smoothing *smoothing,
                                  size_t m) {
  if (form->trend == PRG_ETS_NONE || form->season == PRG_ETS_NONE)
    return true;
  double alpha = smoothing->alpha, beta = smoothing->beta, gamma = smoothing->gamma;
  double phi = smoothing->phi;
  /* z^(m+1) + (α+β−φ) z^m + (α+β−αφ)(z^(m−1) + … + z²) + (α+β−αφ+γ−1) z + φ(1−α−γ) */
  double a[PRG_ETS_SEASON_MAX + 2];
  a[0] = 1;
  a[1] = alpha + beta - phi;
  for (size_t i = 2; i < m; i++)
    a[i] = alpha + beta - alpha * phi;
  a[m] = alpha + beta - alpha * phi + gamma - 1;
  a[m + 1] = phi * (1 - alpha - gamma);
  return is_stable(a, m + 1);
}
