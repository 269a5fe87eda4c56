/*
 * A small file that people write by hand: a heading, then a row for each thing. Any delimiter and
 * encoding that tables may have; lines that begin with '#' and blank ones are passed over; columns
 * are found by their headings, in any order.
 */
#ifndef SERIES_LISTING_H
#define SERIES_LISTING_H

#include <stdbool.h>

#include <prognos/table.h>

typedef struct listing_column {
  const char *const *heading; /* what it may be called, in small letters; ended by NULL */
  bool needed;
} listing_column;

#define LISTING_COLUMNS 8

typedef struct listing {
  prg_table table;
  size_t row;                    /* where listing_next is */
  size_t place[LISTING_COLUMNS]; /* of each column; SIZE_MAX: it is not there */
} listing;

/*
 * Reads bytes[0..n). PRG_EINPUT with the place: what prg_table_read refuses, a column that is
 * needed but not there, one that is there twice. listing_clear it after use, whatever was returned.
 */
prg_status listing_read(listing *list, const char *file, const char *bytes, size_t n,
                        const listing_column *column, size_t n_column, prg_error *error);
void listing_clear(listing *list);

/* Moves to the next row, the first one at first; false at the end. */
bool listing_next(listing *list);
/* The row's cell without blanks around it; n = 0 if it is blank or the column is not there. */
const char *listing_cell(const listing *list, size_t column, size_t *n);
/* True if the file has the column. */
bool listing_has(const listing *list, size_t column);
/* The cell as a figure, decimal point or comma; false if it is none. */
bool listing_figure(const listing *list, size_t column, double *figure);
/* The line on which the row begins. */
size_t listing_line(const listing *list);
/* prg_fail_at with the cell's place. */
prg_status listing_fail(const listing *list, size_t column, prg_text text,
                        const prg_argument *arguments, prg_error *error);
/* The same with the cell's text as {1}. */
prg_status listing_refuse(const listing *list, size_t column, prg_text text, prg_error *error);

#endif
