/* The figures of a row, listed once for all formats: what they are called, where they stand in the
 * row's struct, how people read them. */
#ifndef PRESENT_FIGURE_H
#define PRESENT_FIGURE_H

#include <prognos/csv_write.h>
#include <prognos/json.h>
#include <prognos/text_table.h>

typedef enum figure_form { FIGURE_NUMBER, FIGURE_PER_CENT } figure_form;

typedef struct figure {
  const char *name; /* for programs */
  prg_text heading; /* for people; PRG_TEXT_NONE: it is not in their table */
  figure_form form;
  int decimals;  /* for people */
  size_t offset; /* of the double in the row */
} figure;

double figure_value(const figure *column, const void *row);

/* The next cell of a table for people. */
void figure_cell(const figure *column, double value, prg_language language, prg_text_table *table);

/* The names, and the row's values, of column[0..n): cells of a CSV row, members of an object. */
void figures_csv_names(const figure *column, size_t n, prg_csv_writer *csv);
void figures_csv(const figure *column, size_t n, const void *row, prg_csv_writer *csv);
void figures_json(const figure *column, size_t n, const void *row, prg_json *json);
/* The significant digits of both. */
#define FIGURE_DIGITS 10

#endif
