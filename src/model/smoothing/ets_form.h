/*
 * The forms of exponential smoothing (Hyndman, Koehler, Ord, Snyder 2008): error additive or
 * multiplicative, trend none, additive or additive damped, season none, additive or multiplicative.
 * Left out, as R's ets() leaves them out: multiplicative trends, and additive errors with a
 * multiplicative season (infinite forecast variances).
 */
#ifndef MODEL_ETS_FORM_H
#define MODEL_ETS_FORM_H

#include <stdbool.h>
#include <stddef.h>

#define PRG_ETS_SEASON_MAX 24 /* R's limit: longer seasons have more states than data */
/* Most parameters to estimate: 4 of smoothing, level, slope, season less its sum; in fours. */
#define PRG_ETS_PARAMETERS 32
#define PRG_ETS_SMOOTHING 4

typedef enum prg_ets_component {
  PRG_ETS_NONE,
  PRG_ETS_ADDITIVE,
  PRG_ETS_DAMPED,
  PRG_ETS_MULTIPLICATIVE
} prg_ets_component;

typedef struct prg_ets_form {
  prg_ets_component error, trend, season;
} prg_ets_form;

/* All that are handled, simple ones first. */
#define PRG_ETS_FORMS 15
extern const prg_ets_form prg_ets_forms[PRG_ETS_FORMS];

/* "ETS(M,Ad,N)"; static storage. */
const char *prg_ets_form_name(const prg_ets_form *form);
/* The form of that name, also in short ("MAdN"); false if it is none that is handled. */
bool prg_ets_form_find(const char *name, prg_ets_form *form);

/* How many of α, β, γ, φ the form has, and how many free initial states with seasons of m. */
size_t prg_ets_form_smoothing(const prg_ets_form *form);
size_t prg_ets_form_states(const prg_ets_form *form, size_t m);

/* β = 0 without a trend, γ = 0 without a season, φ = 1 without damping. */
typedef struct prg_ets_smoothing {
  double alpha, beta, gamma, phi;
} prg_ets_smoothing;

/*
 * The usual region 1e-4 <= α <= 0.9999, 1e-4 <= β <= α, 1e-4 <= γ <= 1 − α, 0.8 <= φ <= 0.98 (the
 * bounds of R) as the image of the unit cube: unit[0 …] in the order α, β, γ, φ, those the form
 * has. Fills derivative[i], shape (smoothing), if it is not NULL: ∂(α, β, γ, φ)/∂unit[i].
 */
prg_ets_smoothing prg_ets_smoothing_at(const prg_ets_form *form, const double *unit,
                                       prg_ets_smoothing *derivative);

/*
 * True if the form is forecastable: the roots of its characteristic polynomial lie in the unit
 * circle, so that the initial states are forgotten. Within the usual region only a form with both
 * trend and season can fail (Hyndman et al. 2008, chapter 10). By the Schur–Cohn recursion.
 */
bool prg_ets_smoothing_admissible(const prg_ets_form *form, const prg_ets_smoothing *smoothing,
                                  size_t m);

#endif
