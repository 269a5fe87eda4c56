/* What a series is called: its member in every dimension, and the name that they make together. */
#ifndef SERIES_NAMING_H
#define SERIES_NAMING_H

#include "series/layout.h"

typedef struct naming {
  prg_buffer members; /* "Norrköping\0flickor\0": as prg_series has them */
  prg_buffer name;    /* "Norrköping · flickor" */
} naming;

/* No members yet; the memory is used again. */
void naming_restart(naming *named);
void naming_clear(naming *named);

/* Adds the member text[0..n), blanks around it taken away and line breaks in it made spaces. A
 * blank one is a member, but no part of the name. */
void naming_add(naming *named, const char *text, size_t n);
/* Adds it as a member only. */
void naming_add_member(naming *named, const char *text, size_t n);
/* Adds what the header says of a column of figures. */
void naming_add_headings(naming *named, const frame_layout *found, size_t column);
/* Takes away what was added after the two had these lengths. */
void naming_cut(naming *named, size_t members, size_t name);
/* The name of a single series that has no other: "elever" of "/data/elever.csv". */
void naming_add_file(naming *named, const char *file);

/* Gives the panel the dimensions of a frame of that layout. */
prg_status naming_dimensions(const frame_layout *found, const prg_frame *frame, prg_panel *panel,
                             prg_error *error);

#endif
