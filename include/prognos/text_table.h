/*
 * A table in plain text: columns as wide as their widest cell, counted as a terminal shows UTF-8,
 * numbers to the right, a line under the headings, no blanks at the ends of lines.
 */
#ifndef PROGNOS_TEXT_TABLE_H
#define PROGNOS_TEXT_TABLE_H

#include <stdbool.h>
#include <stddef.h>

#include <prognos/number.h>
#include <prognos/period.h>

PRG_BEGIN_C

#define PRG_TEXT_TABLE_COLUMNS 16

typedef struct prg_text_table {
  size_t n_column;                    /* 1 … PRG_TEXT_TABLE_COLUMNS */
  bool right[PRG_TEXT_TABLE_COLUMNS]; /* the column is one of numbers */
  prg_buffer text;                    /* the cells, each ended by a zero byte */
  size_t n_cell;
} prg_text_table;

/* An empty table, all columns but the first to the right. prg_text_table_free it after use. */
void prg_text_table_init(prg_text_table *table, size_t n_column);
void prg_text_table_free(prg_text_table *table);

/* Appends the next cell, from left to right; the first row is the headings. */
void prg_text_table_add(prg_text_table *table, const char *cell);

/* The same for a number, a share in per cent, an interval ("244–275", with a minus sign in it
 * "−2 – 5") and a period, as people read them. What is NaN is an empty cell. */
void prg_text_table_number(prg_text_table *table, double value, int decimals,
                           prg_language language);
void prg_text_table_per_cent(prg_text_table *table, double share, int decimals,
                             prg_language language);
void prg_text_table_interval(prg_text_table *table, double lower, double upper, int decimals,
                             prg_language language);
void prg_text_table_period(prg_text_table *table, prg_period period, prg_language language);

/* Appends the table; a last row that is not full counts as filled up with empty cells. If memory
 * was exhausted, out->failed is set. */
void prg_text_table_write(const prg_text_table *table, prg_buffer *out);

PRG_END_C

#endif
