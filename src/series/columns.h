/* What each column of a frame holds, counted over its first rows. */
#ifndef SERIES_COLUMNS_H
#define SERIES_COLUMNS_H

#include <prognos/frame.h>
#include <prognos/period.h>

#include "series/header_word.h"

typedef struct column_profile {
  header_word word; /* what its header says */
  size_t filled;    /* cells that are not blank; the following are among these */
  size_t periods;   /* periods of a calendar */
  size_t places;    /* the whole numbers 1, 2, 3 … each following on the one before */
  size_t figures;   /* figures */
  size_t symbols;   /* .. . x */
  size_t broken;    /* text that begins with a digit: 12O, 01 Østfold */
} column_profile;

/* profile: shape (frame->width); NULL if memory is exhausted. free it after use. */
column_profile *columns_profile(const prg_frame *frame, char decimal);

/* More figures and symbols than text. */
bool column_is_numeric(const column_profile *profile);

/* True if the column's cell differs from row to row in at most half of the sampled rows: it groups
 * them. False also if memory is exhausted. */
bool column_groups_rows(const prg_frame *frame, size_t column);

#endif
