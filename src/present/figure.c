#include "present/figure.h"

#include <string.h>

double figure_value(const figure *column, const void *row) {
  double value;
  memcpy(&value, (const char *)row + column->offset, sizeof value);
  return value;
}

void figure_cell(const figure *column, double value, prg_language language, prg_text_table *table) {
  if (column->form == FIGURE_PER_CENT)
    prg_text_table_per_cent(table, value, column->decimals, language);
  else
    prg_text_table_number(table, value, column->decimals, language);
}

void figures_csv_names(const figure *column, size_t n, prg_csv_writer *csv) {
  for (size_t k = 0; k < n; k++)
    prg_csv_text(csv, column[k].name);
}

void figures_csv(const figure *column, size_t n, const void *row, prg_csv_writer *csv) {
  for (size_t k = 0; k < n; k++)
    prg_csv_significant(csv, figure_value(&column[k], row), FIGURE_DIGITS);
}

void figures_json(const figure *column, size_t n, const void *row, prg_json *json) {
  for (size_t k = 0; k < n; k++) {
    prg_json_key(json, column[k].name);
    prg_json_rounded(json, figure_value(&column[k], row), FIGURE_DIGITS);
  }
}
