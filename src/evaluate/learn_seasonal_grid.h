/* The models from which a seasonal prior is learned. */
#ifndef EVALUATE_LEARN_SEASONAL_GRID_H
#define EVALUATE_LEARN_SEASONAL_GRID_H

#include <prognos/seasonal_prior_file.h>

/*
 * The candidates for seasons of m periods, all weights equal: some ten
 * thousand. PRG_ENOMEM. prg_seasonal_node_list_clear it
 * after use, whatever was returned.
 */
prg_status learn_seasonal_grid_make(size_t m, prg_seasonal_node_list *list, prg_error *error);

/* Guards: models without noise that follow an exact line, with and without a pattern, on two
 * scales, each with e^−6 of the whole. Without them κ ties the slope to the noise, and a series
 * without noise could not be steep. */
#define LEARN_SEASONAL_GUARDS 4
/* Appends them to a list with room for so many more, whose weights then sum to 1 with them. */
void learn_seasonal_grid_guard(prg_seasonal_node_list *list);

#endif
