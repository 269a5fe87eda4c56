/* Which column of a frame plays which part. */
#ifndef SERIES_LAYOUT_H
#define SERIES_LAYOUT_H

#include <prognos/reading.h>

typedef enum column_role {
  ROLE_NONE, /* blank */
  ROLE_LABEL,
  ROLE_PERIOD,
  ROLE_PART, /* the part of the year, beside ROLE_PERIOD */
  ROLE_VALUE,
  ROLE_STATUS,
  ROLE_LEFT_OUT
} column_role;

typedef struct frame_layout {
  prg_layout kind;
  size_t width;
  column_role *role;     /* shape (width); owned */
  prg_period *period;    /* shape (width): of a ROLE_VALUE column of a wide frame; owned */
  size_t period_column;  /* of a frame that is not wide */
  size_t part_column;    /* SIZE_MAX: none */
  size_t status_column;  /* SIZE_MAX: none */
  bool status_is_strict; /* it must be understood */
  prg_frequency part;    /* that a bare number in the part column counts */
  size_t n_label, n_value;
} frame_layout;

/* Finds the layout, as far as the options do not say it. layout_clear it, whatever was returned. */
prg_status layout_find(frame_layout *out, const prg_frame *frame, char decimal,
                       const prg_read_options *options, prg_error *error);
void layout_clear(frame_layout *out);

#endif
