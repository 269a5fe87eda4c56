/*
 * One table for people or programs: columns that are described once, cells that are told from left
 * to right, and the format that was asked for.
 */
#ifndef PRESENT_SHEET_H
#define PRESENT_SHEET_H

#include <prognos/csv_write.h>
#include <prognos/json.h>
#include <prognos/text_table.h>

typedef enum sheet_format { SHEET_TABLE, SHEET_CSV, SHEET_EXCEL, SHEET_JSON } sheet_format;

typedef struct sheet_column {
  const char *name; /* for programs; NULL: it is for people only */
  prg_text heading; /* for people; PRG_TEXT_NONE: it is for programs only */
  int decimals;     /* of a number, for people */
} sheet_column;

#define SHEET_TEXT (-2) /* decimals of a column of texts */

typedef struct sheet {
  const sheet_column *column; /* shape (n) */
  size_t n, at;               /* the next cell */
  sheet_format format;
  prg_language language;
  prg_buffer *out;
  prg_text_table text;
  prg_csv_writer csv;
  prg_json json;
} sheet;

/* Begins a table of the columns, appended to `out`; with JSON an array of an object per row.
 * sheet_end it after use. */
void sheet_begin(sheet *s, const sheet_column *column, size_t n, sheet_format format,
                 prg_language language, prg_buffer *out);
/* The next cell, which its column may leave out. */
void sheet_text(sheet *s, const char *text);
/* NaN is an empty cell. */
void sheet_number(sheet *s, double value);
/* The same with decimals of its own, for people. */
void sheet_decimals(sheet *s, double value, int decimals);
void sheet_end(sheet *s);

#endif
