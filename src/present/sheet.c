#include "present/sheet.h"

#include <math.h>

#include <prognos/number.h>

#include "present/canvas/gnuplot_text.h"

#define DIGITS 10 /* of a number in CSV and JSON */

static bool is_shown(const sheet *s, size_t column) {
  return s->format == SHEET_TABLE ? s->column[column].heading != PRG_TEXT_NONE
                                  : s->column[column].name != NULL;
}

static void begin_table(sheet *s) {
  size_t n = 0, shown = 0;
  for (size_t i = 0; i < s->n; i++)
    n += is_shown(s, i);
  prg_text_table_init(&s->text, n);
  for (size_t i = 0; i < s->n; i++) {
    if (!is_shown(s, i))
      continue;
    s->text.right[shown++] = s->column[i].decimals != SHEET_TEXT;
    prg_text_table_add(&s->text, prg_text_get(s->column[i].heading, s->language));
  }
}

static void begin_csv(sheet *s) {
  prg_csv_begin(&s->csv, s->out, s->format == SHEET_EXCEL ? PRG_CSV_EXCEL : PRG_CSV_PLAIN);
  for (size_t i = 0; i < s->n; i++)
    if (is_shown(s, i))
      prg_csv_text(&s->csv, s->column[i].name);
  prg_csv_end_row(&s->csv);
}

void sheet_begin(sheet *s, const sheet_column *column, size_t n, sheet_format format,
                 prg_language language, prg_buffer *out) {
  *s = (sheet){.column = column, .n = n, .format = format, .language = language, .out = out};
  if (format == SHEET_TABLE) {
    begin_table(s);
  } else if (format == SHEET_JSON) {
    prg_json_init(&s->json, out);
    prg_json_array(&s->json, PRG_JSON_LINES);
  } else {
    begin_csv(s);
  }
}

/* Moves to the next cell; false if the one that it leaves is not shown. */
static bool begin_cell(sheet *s) {
  size_t at = s->at;
  if (s->format == SHEET_JSON && at == 0)
    prg_json_object(&s->json, PRG_JSON_FLAT);
  if (s->format == SHEET_JSON && is_shown(s, at))
    prg_json_key(&s->json, s->column[at].name);
  return is_shown(s, at);
}

static void end_cell(sheet *s) {
  s->at = (s->at + 1) % s->n;
  if (s->at > 0)
    return;
  if (s->format == SHEET_JSON)
    prg_json_close(&s->json);
  else if (s->format != SHEET_TABLE)
    prg_csv_end_row(&s->csv);
}

void sheet_text(sheet *s, const char *text) {
  if (begin_cell(s)) {
    if (s->format == SHEET_JSON) {
      prg_json_string(&s->json, text);
    } else if (s->format == SHEET_TABLE) {
      prg_buffer line = {0};
      prg_add_one_line(&line, text);
      prg_text_table_add(&s->text, prg_buffer_string(&line));
      s->text.text.failed = s->text.text.failed || line.failed;
      prg_buffer_free(&line);
    } else {
      prg_csv_text(&s->csv, text);
    }
  }
  end_cell(s);
}

void sheet_decimals(sheet *s, double value, int decimals) {
  if (begin_cell(s)) {
    if (s->format == SHEET_JSON) {
      prg_json_rounded(&s->json, value, DIGITS);
    } else if (s->format == SHEET_TABLE) {
      char text[PRG_NUMBER_BYTES] = "";
      if (!isnan(value))
        prg_number_people(text, value, decimals, s->language);
      prg_text_table_add(&s->text, text);
    } else {
      prg_csv_significant(&s->csv, value, DIGITS);
    }
  }
  end_cell(s);
}

void sheet_number(sheet *s, double value) {
  sheet_decimals(s, value, s->column[s->at].decimals);
}

void sheet_end(sheet *s) {
  if (s->format == SHEET_JSON) {
    prg_json_close(&s->json);
    prg_buffer_add_char(s->out, '\n');
  } else if (s->format == SHEET_TABLE) {
    prg_text_table_write(&s->text, s->out);
    prg_text_table_free(&s->text);
  }
}
