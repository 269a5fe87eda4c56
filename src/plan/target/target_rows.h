/* A row of a file of indicators or outcomes: its cells by what they mean, and errors about them. */
#ifndef PLAN_TARGET_ROWS_H
#define PLAN_TARGET_ROWS_H

#include "plan/target/target_words.h"

typedef struct target_rows {
  prg_table table;
  prg_frame frame;
  char decimal;
  size_t place[TARGET_COLUMNS]; /* columns of the frame; SIZE_MAX: there is none */
} target_rows;

/* Reads the bytes and finds the columns; what is left out goes to `left_out`. PRG_EINPUT if two
 * columns mean the same. target_rows_clear it after use, whatever was returned. */
prg_status target_rows_open(target_rows *rows, const char *file, const char *bytes, size_t n,
                            const prg_dialect *wanted, prg_left_out_list *left_out,
                            prg_error *error);
void target_rows_clear(target_rows *rows);

bool target_rows_has(const target_rows *rows, target_column column);
/* The cell without blanks around it; "" if it is blank or there is no such column. Borrowed. */
const char *target_cell(const target_rows *rows, size_t i, target_column column, size_t *n);
bool target_cell_is_blank(const target_rows *rows, size_t i, target_column column);

/* An error about the cell, or about the whole row if there is no such column. */
prg_status target_cell_fail(const target_rows *rows, size_t i, target_column column, prg_text text,
                            const prg_argument *arguments, prg_error *error);
/* The same with the cell's text as {1}. */
prg_status target_cell_refuse(const target_rows *rows, size_t i, target_column column,
                              prg_text text, prg_error *error);

/* A copy of the cell; NULL with PRG_ENOMEM. */
prg_status target_cell_copy(const target_rows *rows, size_t i, target_column column, char **copy,
                            prg_error *error);

/* A figure in [minimum, maximum], whole if asked; NaN if the cell is blank or says that it was not
 * measured. */
typedef struct target_limits {
  double minimum, maximum;
  bool whole;
} target_limits;

prg_status target_figure(const target_rows *rows, size_t i, target_column column,
                         const target_limits *limits, double *value, prg_error *error);

#endif
