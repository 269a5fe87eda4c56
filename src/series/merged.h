/* Names that stand on the first of their rows only, as merged cells of a spreadsheet do. */
#ifndef SERIES_MERGED_H
#define SERIES_MERGED_H

#include "series/layout.h"

/*
 * Finds such columns among those that name series and periods: below every name is a blank cell at
 * least, and whatever is blank has a name to its right. Fills in `merged` and `n_merged`.
 */
prg_status merged_find(frame_layout *found, const prg_frame *frame, prg_error *error);
void merged_clear(frame_layout *found);

/* The cell of data row i, or the name above it that it belongs to, and its length in bytes. */
const char *merged_cell(const frame_layout *found, const prg_frame *frame, size_t i, size_t column,
                        size_t *n);

#endif
