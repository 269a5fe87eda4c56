#include <prognos/csv_write.h>

#include <math.h>
#include <string.h>

#include <prognos/number.h>

#include "table/csv_guard.h"

void prg_csv_begin(prg_csv_writer *writer, prg_buffer *out, prg_csv_style style) {
  *writer = (prg_csv_writer){.out = out, .style = style};
  if (style == PRG_CSV_EXCEL)
    prg_buffer_add(out, "\xEF\xBB\xBF");
}

static void begin_cell(prg_csv_writer *writer) {
  if (writer->in_row)
    prg_buffer_add_char(writer->out, writer->style == PRG_CSV_EXCEL ? ';' : ',');
  writer->in_row = true;
}

/* Both delimiters are quoted in both styles, so that no reader can take the wrong one. Blanks at
 * the ends are dropped by readers unless quoted. */
static bool needs_quotes(const char *text) {
  size_t n = strlen(text);
  if (n == 0)
    return false;
  return strpbrk(text, ",;\t|\"\r\n") != NULL || text[0] == ' ' || text[n - 1] == ' ';
}

static void add_quoted(prg_buffer *out, const char *text) {
  prg_buffer_add_char(out, '"');
  for (; *text != '\0'; text++) {
    if (*text == '"')
      prg_buffer_add_char(out, '"');
    prg_buffer_add_char(out, *text);
  }
  prg_buffer_add_char(out, '"');
}

static void add_guarded(prg_buffer *out, const char *text) {
  prg_buffer guarded;
  prg_buffer_init(&guarded);
  prg_buffer_add_char(&guarded, '\'');
  prg_buffer_add(&guarded, text);
  out->failed = out->failed || guarded.failed;
  if (needs_quotes(text))
    add_quoted(out, prg_buffer_string(&guarded));
  else
    prg_buffer_add(out, prg_buffer_string(&guarded));
  prg_buffer_free(&guarded);
}

void prg_csv_text(prg_csv_writer *writer, const char *text) {
  begin_cell(writer);
  const size_t n = strlen(text);
  if (csv_has_guard(text, n) || (writer->style == PRG_CSV_EXCEL && csv_needs_guard(text, n)))
    add_guarded(writer->out, text);
  else if (needs_quotes(text))
    add_quoted(writer->out, text);
  else
    prg_buffer_add(writer->out, text);
}

static void add_number(prg_csv_writer *writer, char *text) {
  char *point = strchr(text, '.');
  if (point != NULL && writer->style == PRG_CSV_EXCEL)
    *point = ',';
  prg_buffer_add(writer->out, text);
}

void prg_csv_number(prg_csv_writer *writer, double value) {
  char text[PRG_NUMBER_BYTES];
  begin_cell(writer);
  if (isnan(value))
    return;
  prg_number_shortest(text, value);
  add_number(writer, text);
}

void prg_csv_significant(prg_csv_writer *writer, double value, int digits) {
  char text[PRG_NUMBER_BYTES];
  begin_cell(writer);
  if (isnan(value))
    return;
  prg_number_significant(text, value, digits);
  add_number(writer, text);
}

void prg_csv_end_row(prg_csv_writer *writer) {
  prg_buffer_add(writer->out, writer->style == PRG_CSV_EXCEL ? "\r\n" : "\n");
  writer->in_row = false;
}
