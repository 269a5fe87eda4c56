/*
 * What the files of all priors have in common: comments that begin with '#', a heading row, and a
 * row of numbers per model. A model ("node") is a struct of doubles.
 */
#ifndef MODEL_PRIOR_COLUMNS_H
#define MODEL_PRIOR_COLUMNS_H

#include <prognos/table.h>

#define PRIOR_COLUMNS_MAX 12

/* A column: its heading, where it stands in a node, and what it may hold. */
typedef struct prior_column {
  const char *name;
  size_t offset;
  double minimum, maximum;
} prior_column;

/* The form of one kind of prior. */
typedef struct prior_form {
  size_t node_size, n_columns; /* <= PRIOR_COLUMNS_MAX */
  size_t n_optional;           /* the last columns may be left out, all of them or none */
  const prior_column *column;
  /* What else a node has to be: fails at a cell of the row, place[c] being where column c stands.
   */
  prg_status (*check)(const void *node, const prg_table *table, size_t row, const size_t *place,
                      prg_error *error);
} prior_form;

/* What stands in a file. */
typedef struct prior_rows {
  void *node; /* shape (n) */
  size_t n;
  bool optional; /* with the columns that may be left out */
} prior_rows;

/* PRG_OK if a node's transform is 1, 0.5 or 0; else fails at the cell. */
prg_status prior_check_transform(double transform, const prg_table *table, size_t row,
                                 size_t column, prg_error *error);

/* rows->node is to be freed, whatever is returned. Errors as prg_prior_file_read. */
prg_status prior_columns_read(const prior_form *form, const char *file, const char *bytes,
                              size_t length, prior_rows *rows, prg_error *error);

void prior_columns_write(const prior_form *form, const prior_rows *rows, const char *origin,
                         prg_buffer *out);

#endif
