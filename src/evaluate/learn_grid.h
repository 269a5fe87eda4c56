/* The models from which an annual prior is learned. */
#ifndef EVALUATE_LEARN_GRID_H
#define EVALUATE_LEARN_GRID_H

#include <prognos/learn.h>

/* The candidates: some ten thousand, all weights equal. PRG_ENOMEM. prg_node_list_clear it after
 * use, whatever was returned. */
prg_status learn_grid_make(prg_node_list *out, prg_error *error);

/* Guards: four models that follow an exact line, each with e^−6 of the whole. Without them κ ties
 * the slope to the noise, and a series without noise could not be steep. */
#define LEARN_GUARDS 4
/* Appends them to a list with room for LEARN_GUARDS more, whose weights then sum to 1 with them. */
void learn_grid_guard(prg_node_list *list);

#endif
