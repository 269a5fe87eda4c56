/* The report as plain text, for a mail. */
#include <string.h>

#include <prognos/utf8.h>

#include "present/canvas/gnuplot_text.h"
#include "present/paragraph.h"
#include "present/report/report_format.h"

enum { WIDTH = 78 };

static void add_paragraph(report_writer *w, const char *before, const char *text) {
  prg_buffer line = {0};
  prg_buffer_add(&line, before);
  prg_add_one_line(&line, text);
  paragraph_add(w->out, prg_buffer_string(&line), WIDTH, strlen(before));
  w->out->failed = w->out->failed || line.failed;
  prg_buffer_free(&line);
}

/* With a line under it. */
static void add_heading(report_writer *w, const char *text, char under) {
  prg_buffer line = {0};
  prg_add_one_line(&line, text);
  add_paragraph(w, "", text);
  size_t width = prg_utf8_width(prg_buffer_string(&line));
  prg_buffer_fill(w->out, under, width < WIDTH ? width : WIDTH);
  prg_buffer_add(w->out, "\n\n");
  prg_buffer_free(&line);
}

static void begin(report_writer *w, const char *title) {
  add_heading(w, title, '=');
}

static void open_section(report_writer *w, const char *title) {
  prg_buffer_add_char(w->out, '\n');
  add_heading(w, title, '-');
}

static void paragraph(report_writer *w, const char *text) {
  add_paragraph(w, "", text);
  prg_buffer_add_char(w->out, '\n');
}

static void item(report_writer *w, const char *text) {
  add_paragraph(w, "- ", text);
}

static void table(report_writer *w, const report_table *table) {
  paragraph(w, table->caption);
  prg_text_table_write(&table->cells, w->out);
  prg_buffer_add_char(w->out, '\n');
}

static void blank_line(report_writer *w) {
  prg_buffer_add_char(w->out, '\n');
}

void prg_report_text(const prg_report *report, prg_buffer *out) {
  static const report_format text = {
      .begin = begin,
      .open_section = open_section,
      .subheading = paragraph,
      .paragraph = paragraph,
      .item = item,
      .close_list = blank_line,
      .table = table,
      .open_footer = blank_line,
  };
  report_write(report, &text, NULL, out);
}
