/* Which column of a frame plays which part. */
#ifndef SERIES_LAYOUT_H
#define SERIES_LAYOUT_H

#include <prognos/reading.h>

#include "series/headings.h"

typedef enum column_role {
  ROLE_NONE, /* blank */
  ROLE_LABEL,
  ROLE_PERIOD,
  ROLE_PART, /* the part of the year, beside ROLE_PERIOD */
  ROLE_VALUE,
  ROLE_STATUS,
  ROLE_LEFT_OUT
} column_role;

/* What a row of the header says of the columns of figures. */
typedef enum heading_role {
  HEADING_NONE,   /* nothing, or periods */
  HEADING_MEMBER, /* the same of all: a member, but no part of the name */
  HEADING_NAME    /* tells them apart */
} heading_role;

typedef struct frame_layout {
  prg_layout kind;
  size_t width;
  column_role *role;     /* shape (width); owned */
  headings head;         /* owned */
  heading_role *heading; /* shape (head.n_text); owned */
  size_t period_column;  /* of a frame that is not wide; SIZE_MAX: all is of `period` */
  prg_period period;     /* said by an option, or by a title … */
  size_t period_line;    /* … on this line; 0: by the option */
  size_t part_column;    /* SIZE_MAX: none */
  size_t status_column;  /* SIZE_MAX: none */
  bool status_is_strict; /* it must be understood */
  prg_frequency part;    /* that a bare number in the part column counts */
  size_t n_label, n_value;
  size_t **merged; /* shape (width): of a column whose names stand on the first of their rows only,
                      the table row with the name of each data row; NULL for others; owned */
  size_t n_merged; /* blank cells under such names */
} frame_layout;

/* Finds the layout, as far as the options do not say it. layout_clear it, whatever was returned. */
prg_status layout_find(frame_layout *out, const prg_frame *frame, char decimal,
                       const prg_read_options *options, prg_error *error);
void layout_clear(frame_layout *out);

/* True if the column's cells tell which series and period a row is of. */
bool layout_is_key(const frame_layout *found, size_t column);

#endif
