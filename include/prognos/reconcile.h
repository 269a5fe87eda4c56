/*
 * Forecasts that add up. The forecasts of parts and totals are made one by one and disagree;
 * reconciling gives each what the others know. With ŷ the forecasts of all n series, b those of the
 * leaves, S the summing matrix (hierarchy.h), every method is b = G ŷ, ỹ = S b, but for top-down:
 *
 *   bottom-up    b = ŷ of the leaves
 *   top-down     every total is shared among its parts as their forecasts ŷ stand to each other,
 *                from the top down (Athanasopoulos, Ahmed, Hyndman, IJF 25, 2009)
 *   mint-*       G = (S'W⁻¹S)⁻¹ S'W⁻¹, the least errors if W is their covariance (Wickramasuriya,
 *                Athanasopoulos, Hyndman, JASA 114, 2019)
 *   mint-ols     W = I
 *   mint-struct  W diagonal, the number of leaves in each series
 *   mint-shrink  W = D R D, D the spread of each forecast one step ahead, R the correlation of the
 *                series' changes, shrunk toward independence (Schäfer and Strimmer 2005)
 *
 * The same is done to sample paths, which are coupled first, so that leaves that used to change
 * together do so in the forecast, and a total has the spread that follows from it. Leaves are not
 * below 0 if no figure of the panel is.
 */
#ifndef PROGNOS_RECONCILE_H
#define PROGNOS_RECONCILE_H

#include <prognos/forecast.h>
#include <prognos/hierarchy.h>

PRG_BEGIN_C

typedef enum prg_reconciliation {
  PRG_BOTTOM_UP,
  PRG_TOP_DOWN,
  PRG_MINT_OLS,
  PRG_MINT_STRUCT,
  PRG_MINT_SHRINK,
  PRG_RECONCILIATION_COUNT
} prg_reconciliation;

/* "bottom-up" … "mint-shrink"; static storage. */
const char *prg_reconciliation_name(prg_reconciliation method);
/* The method of that name; false if there is none. */
bool prg_reconciliation_from_name(const char *name, prg_reconciliation *method);

typedef struct prg_reconcile_options {
  prg_reconciliation method; /* default PRG_MINT_SHRINK */
  size_t n_paths;            /* >= 100, default 4000 */
  unsigned long seed;        /* default 1 */
} prg_reconcile_options;

void prg_reconcile_options_init(prg_reconcile_options *options);

/*
 * Reconciles forecast[i], which must be of series i of the panel, for all of them; path: shape
 * (panel->n, n_paths, horizon), sample paths of each, drawn with seeds of their own. Both are
 * overwritten: the points add up, quantiles are those of the reconciled paths, moved so that their
 * median is the point, and each path adds up. PRG_EREFUSED if origins or horizons differ, if
 * top-down meets a series with several totals or sums, as prg_hierarchy_matrix; PRG_ENOMEM.
 */
prg_status prg_reconcile(const prg_panel *panel, const prg_hierarchy *hierarchy,
                         const prg_reconcile_options *options, prg_forecast *forecast, double *path,
                         prg_error *error);

PRG_END_C

#endif
