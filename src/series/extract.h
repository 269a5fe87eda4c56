/* From a frame whose layout is known to observations. */
#ifndef SERIES_EXTRACT_H
#define SERIES_EXTRACT_H

#include "series/collector.h"
#include "series/layout.h"

/* Adds every cell that says something to the collector; what is left out is told in `left_out`. */
prg_status extract(const frame_layout *found, const prg_frame *frame, char decimal,
                   const prg_read_options *options, collector *c, prg_left_out_list *left_out,
                   prg_error *error);

#endif
