#include <prognos/text_table.h>

#include <math.h>
#include <string.h>

#include <prognos/utf8.h>

static const char gap[] = "  ";

void prg_text_table_init(prg_text_table *table, size_t n_column) {
  *table = (prg_text_table){.n_column = n_column};
  prg_buffer_init(&table->text);
  for (size_t k = 1; k < PRG_TEXT_TABLE_COLUMNS; k++)
    table->right[k] = true;
}

void prg_text_table_free(prg_text_table *table) {
  if (table == NULL)
    return;
  prg_buffer_free(&table->text);
  *table = (prg_text_table){0};
}

void prg_text_table_add(prg_text_table *table, const char *cell) {
  prg_buffer_add_n(&table->text, cell, strlen(cell) + 1);
  table->n_cell++;
}

/* Ends the cell whose text was appended to the table's. */
static void end_cell(prg_text_table *table) {
  prg_buffer_add_char(&table->text, '\0');
  table->n_cell++;
}

void prg_text_table_number(prg_text_table *table, double value, int decimals,
                           prg_language language) {
  if (!isnan(value))
    prg_buffer_add_people(&table->text, value, decimals, language);
  end_cell(table);
}

void prg_text_table_per_cent(prg_text_table *table, double share, int decimals,
                             prg_language language) {
  if (!isnan(share))
    prg_buffer_add_per_cent(&table->text, share, decimals, language);
  end_cell(table);
}

void prg_text_table_interval(prg_text_table *table, double lower, double upper, int decimals,
                             prg_language language) {
  if (!isnan(lower)) {
    prg_buffer_add_people(&table->text, lower, decimals, language);
    prg_buffer_add(&table->text, lower < 0 || upper < 0 ? " – " : "–");
    prg_buffer_add_people(&table->text, upper, decimals, language);
  }
  end_cell(table);
}

void prg_text_table_period(prg_text_table *table, prg_period period, prg_language language) {
  char text[PRG_PERIOD_BYTES];
  prg_text_table_add(table, prg_period_print_people(period, language, text));
}

static void measure(const prg_text_table *table, size_t width[]) {
  const char *cell = prg_buffer_string(&table->text);
  memset(width, 0, PRG_TEXT_TABLE_COLUMNS * sizeof *width);
  for (size_t i = 0; i < table->n_cell; i++, cell += strlen(cell) + 1) {
    size_t k = i % table->n_column, w = prg_utf8_width(cell);
    width[k] = w > width[k] ? w : width[k];
  }
}

/* Blanks are owed until something comes after them, so that no line ends with one. */
static void add_cell(prg_buffer *out, const char *cell, size_t width, bool right, size_t *owed) {
  size_t pad = width - prg_utf8_width(cell);
  *owed += right ? pad : 0;
  if (*cell != '\0') {
    prg_buffer_fill(out, ' ', *owed);
    prg_buffer_add(out, cell);
    *owed = 0;
  } else {
    *owed += right ? 0 : width - pad;
  }
  *owed += right ? 0 : pad;
}

static void add_rule(prg_buffer *out, const size_t width[], size_t n_column) {
  size_t total = strlen(gap) * (n_column - 1);
  for (size_t k = 0; k < n_column; k++)
    total += width[k];
  for (size_t i = 0; i < total; i++)
    prg_buffer_add(out, "─");
  prg_buffer_add_char(out, '\n');
}

void prg_text_table_write(const prg_text_table *table, prg_buffer *out) {
  size_t width[PRG_TEXT_TABLE_COLUMNS], owed = 0;
  if (table->text.failed) {
    out->failed = true;
    return;
  }
  measure(table, width);
  const char *cell = prg_buffer_string(&table->text);
  for (size_t i = 0; i < table->n_cell; i++, cell += strlen(cell) + 1) {
    size_t k = i % table->n_column;
    owed += k > 0 ? strlen(gap) : 0;
    add_cell(out, cell, width[k], table->right[k], &owed);
    if (k + 1 < table->n_column && i + 1 < table->n_cell)
      continue;
    prg_buffer_add_char(out, '\n');
    owed = 0;
    if (i + 1 == table->n_column)
      add_rule(out, width, table->n_column);
  }
}
