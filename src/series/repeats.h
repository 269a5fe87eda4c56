/* Whether the columns that name series and periods tell every row apart. */
#ifndef SERIES_REPEATS_H
#define SERIES_REPEATS_H

#include "series/layout.h"

/* Sets *repeats if two rows have the same cells in all label, period and part columns. */
prg_status layout_repeats(const frame_layout *found, const prg_frame *frame, bool *repeats,
                          prg_error *error);

#endif
