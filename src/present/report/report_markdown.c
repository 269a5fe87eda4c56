/* The report as Markdown: what others wrote is escaped, tables have pipes. */
#include <string.h>

#include "present/canvas/gnuplot_text.h"
#include "present/report/report_format.h"

/* On one line, with a backslash before every character that Markdown or HTML in it could take for
 * more than itself. */
static void add_text(prg_buffer *out, const char *text) {
  prg_buffer line = {0};
  prg_add_one_line(&line, text);
  for (const char *c = prg_buffer_string(&line); *c != '\0'; c++) {
    if (strchr("\\`*_[]<>#|&~$", *c) != NULL)
      prg_buffer_add_char(out, '\\');
    prg_buffer_add_char(out, *c);
  }
  out->failed = out->failed || line.failed;
  prg_buffer_free(&line);
}

static void add_block(report_writer *w, const char *before, const char *text) {
  prg_buffer_add(w->out, before);
  add_text(w->out, text);
  prg_buffer_add(w->out, "\n\n");
}

static void begin(report_writer *w, const char *title) {
  add_block(w, "# ", title);
}

static void open_section(report_writer *w, const char *title) {
  add_block(w, "## ", title);
}

static void subheading(report_writer *w, const char *title) {
  add_block(w, "### ", title);
}

static void paragraph(report_writer *w, const char *text) {
  add_block(w, "", text);
}

static void item(report_writer *w, const char *text) {
  prg_buffer_add(w->out, "- ");
  add_text(w->out, text);
  prg_buffer_add_char(w->out, '\n');
}

static void add_rule(prg_buffer *out, const prg_text_table *cells) {
  for (size_t k = 0; k < cells->n_column; k++)
    prg_buffer_add(out, k > 0 && cells->right[k] ? "| ---: " : "| --- ");
  prg_buffer_add(out, "|\n");
}

static void table(report_writer *w, const report_table *table) {
  const prg_text_table *cells = &table->cells;
  const char *cell = prg_buffer_string(&cells->text);
  paragraph(w, table->caption);
  for (size_t i = 0; i < cells->n_cell; i++, cell += strlen(cell) + 1) {
    prg_buffer_add(w->out, "| ");
    add_text(w->out, cell);
    prg_buffer_add_char(w->out, ' ');
    if ((i + 1) % cells->n_column == 0)
      prg_buffer_add(w->out, "|\n");
    if (i + 1 == cells->n_column)
      add_rule(w->out, cells);
  }
  prg_buffer_add_char(w->out, '\n');
  w->out->failed = w->out->failed || cells->text.failed;
}

static void close_list(report_writer *w) {
  prg_buffer_add_char(w->out, '\n');
}

static void open_footer(report_writer *w) {
  prg_buffer_add(w->out, "---\n\n");
}

void prg_report_markdown(const prg_report *report, prg_buffer *out) {
  static const report_format markdown = {
      .begin = begin,
      .open_section = open_section,
      .subheading = subheading,
      .paragraph = paragraph,
      .item = item,
      .close_list = close_list,
      .table = table,
      .open_footer = open_footer,
  };
  report_write(report, &markdown, NULL, out);
}
