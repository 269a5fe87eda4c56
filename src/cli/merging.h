/* How a verb whose parts carry more than pieces makes the whole of them. */
#ifndef CLI_MERGING_H
#define CLI_MERGING_H

#include <prognos/part.h>

#include "cli/verb.h"

/* Writes heading and pieces of the whole. */
prg_status merging_pieces(command *run, prg_parts *parts, prg_error *error);

#endif
