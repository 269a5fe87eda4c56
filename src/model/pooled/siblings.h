/*
 * Siblings: the series of one panel inform each other. The weights of the annual prior take ten EM
 * steps over the panel, the prior counting as a hundred series, kind by kind.
 */
#ifndef MODEL_SIBLINGS_H
#define MODEL_SIBLINGS_H

#include "model/pooled/pooled_annual.h"

/*
 * Adapts the weights to the series that have no season, at least four figures, and their last
 * figure where most of their kind have it (the one origin); of more than two thousand, to two
 * thousand evenly spread over the panel. Kinds with fewer than `least` such series stay as they
 * are. Begins from the weights that the workspace has: to be called once. PRG_ENOMEM.
 */
prg_status prg_siblings_share(prg_annual *annual, const prg_series *series, size_t n, size_t least,
                              prg_error *error);

#endif
