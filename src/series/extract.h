/* From a frame whose layout is known to observations. */
#ifndef SERIES_EXTRACT_H
#define SERIES_EXTRACT_H

#include "series/collector.h"
#include "series/layout.h"
#include "series/seen.h"

/*
 * Adds every cell that says something to the collector; what is left out is told in `left_out`.
 * `seen` is NULL for a whole table. For a part of a long one it holds the series of the parts
 * before, and PRG_EINPUT tells of one that comes back.
 */
prg_status extract(const frame_layout *found, const prg_frame *frame, char decimal,
                   const prg_read_options *options, seen_series *seen, collector *c,
                   prg_left_out_list *left_out, prg_error *error);

/* True if the two rows of a long frame's table name the same series. */
bool extract_same_names(const frame_layout *found, const prg_table *table, size_t a, size_t b);

#endif
