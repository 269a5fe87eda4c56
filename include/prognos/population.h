/*
 * The population that pupils are a share of, by group (age group, area): figures for the years that
 * have been, and for those ahead one forecast, or a low, a middle and a high variant of it, or the
 * quantiles of a file that `forecast` wrote.
 */
#ifndef PROGNOS_POPULATION_H
#define PROGNOS_POPULATION_H

#include <prognos/forecast.h>

PRG_BEGIN_C

typedef enum prg_variant { PRG_VARIANT_LOW, PRG_VARIANT_MIDDLE, PRG_VARIANT_HIGH } prg_variant;
#define PRG_VARIANTS 3

/* The normal score of the high variant: it is taken as the 90 per cent quantile, low as the 10. */
#define PRG_VARIANT_SCORE 1.2815515655446004

/* One group. Everything but the name is borrowed. */
typedef struct prg_population_group {
  char *name;                              /* "" if the file tells no groups apart; owned */
  const prg_series *variant[PRG_VARIANTS]; /* the middle one is there; NULL: no such variant */
  const prg_forecast *forecast;            /* after the middle one's figures; NULL: none */
} prg_population_group;

typedef struct prg_population {
  prg_population_group *group; /* shape (n); owned */
  size_t n;
} prg_population;

/*
 * Finds the groups of a panel. A dimension whose members are all low, middle or high (låg, mellan,
 * hög, huvudalternativ …) tells the variants apart; without it every series is the middle variant
 * of a group. forecast: shape (panel->n), of the panel's series, or NULL. Both are borrowed and
 * must outlive the population. PRG_EINPUT if a group has no middle variant. prg_population_clear it
 * after use, whatever was returned.
 */
prg_status prg_population_make(const prg_panel *panel, const prg_forecast *forecast,
                               prg_population *out, prg_error *error);
void prg_population_clear(prg_population *population);

/* Adds another panel as the low or high variant of the groups of the same name (of the only group,
 * whatever it is called). PRG_EINPUT if a group is not in it. */
prg_status prg_population_add(prg_population *population, const prg_panel *panel,
                              prg_variant variant, prg_error *error);

/*
 * The group of series i of a panel of pupils: the only one there is, or the one whose name is the
 * series' or one of its members. NULL if there is none. Borrowed.
 */
const prg_population_group *prg_population_find(const prg_population *population,
                                                const prg_panel *panel, size_t i);

/*
 * The population of the group in the period at a normal score: 0 is the middle, PRG_VARIANT_SCORE
 * the high variant; between and beyond them the score is what counts. >= 0; NaN if nothing is known
 * of the period. Periods of different kinds are matched by the calendar year in which they begin;
 * years between two figures lie on the line between them.
 */
double prg_population_at(const prg_population_group *group, prg_period period, double score);

/* True if the period has a figure or a forecast of its own, not only neighbours. */
bool prg_population_is_given(const prg_population_group *group, prg_period period);
/* True if anything but the middle is known: variants, or a forecast with intervals. */
bool prg_population_has_spread(const prg_population_group *group);

PRG_END_C

#endif
