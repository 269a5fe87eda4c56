/*
 * The loss of a forecast and its gradient by the log weights of the prior.
 *
 *   loss = ½ (sMAPE/15 + MASE/3.6) + ½ (MSIS₉₅/24 + MSIS₈₀/15), means over the periods ahead,
 *
 * each about 1 on M4 yearly. MASE and MSIS are scaled by the case's scale; sMAPE is in per cent.
 * With w_k the posterior weight of node k, W_k its prior weight, q the p-quantile of F = Σ w F_k,
 *
 *   dq/d log W_k = −w_k (F_k(q) − p) / f(q).
 *
 * F_k and f are taken at the quantile on the model's own scale, so after the count offset is off
 * the figure the loss is taken of, the gradient stays right.
 */
#ifndef EVALUATE_LEARN_LOSS_H
#define EVALUATE_LEARN_LOSS_H

#include "evaluate/learn_case.h"
#include "model/pooled/pooled_annual.h"

/* Doubles of scratch for a prior of n nodes. */
size_t learn_loss_scratch(size_t n_nodes);

/* *loss of a case; adds its gradient to gradient[n_nodes] unless NULL. */
prg_status learn_loss(prg_annual *annual, const learn_case *item, double *scratch, double *loss,
                      double *gradient, prg_error *error);

#endif
