/*
 * A table's body: the header and the rows of data under it, all of one width. Titles above the
 * header and footnotes under the data are set aside and remembered, blank rows are passed over. The
 * header may have several rows, the upper ones with cells that span columns:
 *
 *                 ;Norrköping;    ;Linköping;
 *   Verksamhet    ;2021      ;2022;2021     ;2022
 */
#ifndef PROGNOS_FRAME_H
#define PROGNOS_FRAME_H

#include <prognos/table.h>

PRG_BEGIN_C

/* Something in the file that is not part of what was read, and why. */
typedef struct prg_left_out {
  size_t line, column; /* from 1; column 0: the whole row */
  prg_text reason;
  char what[64]; /* its text, cut */
} prg_left_out;

typedef struct prg_left_out_list {
  prg_left_out *item; /* shape (n); owned */
  size_t n, capacity;
} prg_left_out_list;

prg_status prg_left_out_add(prg_left_out_list *list, size_t line, size_t column, prg_text reason,
                            const char *what, prg_error *error);
void prg_left_out_clear(prg_left_out_list *list);

typedef struct prg_frame {
  const prg_table *table; /* borrowed */
  size_t header;          /* the header's last row, as row of the table */
  size_t n_header;        /* its rows, >= 1; what is above them are titles */
  size_t width;           /* columns, trailing blank ones not counted */
  size_t *row;            /* shape (n): the rows of data, as rows of the table; owned */
  size_t n, capacity;
  prg_left_out_list left_out; /* owned */
} prg_frame;

/*
 * Finds header and data. PRG_EINPUT with the place: no row with two cells, only a header, a row
 * with another number of cells than the header (trailing blank ones do not count). prg_frame_clear
 * it after use, whatever was returned.
 */
prg_status prg_frame_find(prg_frame *frame, const prg_table *table, prg_error *error);
void prg_frame_clear(prg_frame *frame);

/* The text of a column's header, from the lowest of its rows that is not blank there, and of data
 * row i, "" if blank. Borrowed from the table. */
const char *prg_frame_header(const prg_frame *frame, size_t column);
/* The text of one row of the header, from 0: in the upper rows that of the cell that spans the
 * column. */
const char *prg_frame_header_part(const prg_frame *frame, size_t part, size_t column);
const char *prg_frame_cell(const prg_frame *frame, size_t i, size_t column);

/* The column with that header, case ignored; false if there is none. */
bool prg_frame_column(const prg_frame *frame, const char *name, size_t *column);

PRG_END_C

#endif
