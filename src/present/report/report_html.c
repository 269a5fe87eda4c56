/* The report as a web page. Structure before looks: headings in order, tables with captions and
 * scopes, a link past the head, texts in a language that is told. */
#include <stdio.h>
#include <string.h>

#include "present/report/report_format.h"

/* From src/present/page, made into strings by scripts/embed-page. */
extern const char prg_page_style[], prg_page_script[], prg_page_script_hash[];

static const char *word(const report_writer *w, prg_text text) {
  return prg_text_get(text, w->report->language);
}

/* The page loads nothing, and runs nothing but its own script, whatever is in it. */
static void write_policy(prg_html *html) {
  prg_buffer policy = {0};
  prg_buffer_printf(&policy,
                    "default-src 'none'; style-src 'unsafe-inline'; script-src '%s'; "
                    "base-uri 'none'; form-action 'none'",
                    prg_page_script_hash);
  prg_html_void(html, "meta");
  prg_html_attribute(html, "http-equiv", "Content-Security-Policy");
  prg_html_attribute(html, "content", prg_buffer_string(&policy));
  prg_buffer_free(&policy);
}

static void write_head(report_writer *w, const char *title) {
  prg_html *html = &w->html;
  prg_html_open(html, "head");
  prg_html_void(html, "meta");
  prg_html_attribute(html, "charset", "utf-8");
  write_policy(html);
  prg_html_void(html, "meta");
  prg_html_attribute(html, "name", "viewport");
  prg_html_attribute(html, "content", "width=device-width, initial-scale=1");
  prg_html_element(html, "title", title);
  prg_html_open(html, "style");
  prg_html_markup(html, prg_page_style);
  prg_html_close(html);
  prg_html_close(html);
}

/* "del-3" or "#del-3": the n-th section. */
static void set_anchor(prg_html *html, const char *attribute, const char *before, size_t n) {
  prg_buffer anchor = {0};
  prg_buffer_printf(&anchor, "%sdel-%zu", before, n);
  prg_html_attribute(html, attribute, prg_buffer_string(&anchor));
  prg_buffer_free(&anchor);
}

static void write_link(report_writer *w, size_t section, const char *text) {
  prg_html_open(&w->html, "li");
  prg_html_open(&w->html, "a");
  set_anchor(&w->html, "href", "#", section);
  prg_html_text(&w->html, text);
  prg_html_close(&w->html);
  prg_html_close(&w->html);
}

/* The overview, the series, the method. */
static void write_contents(report_writer *w) {
  const prg_report *report = w->report;
  prg_html_open(&w->html, "nav");
  prg_html_attribute(&w->html, "aria-label", word(w, PRG_TEXT_REPORT_CONTENTS));
  prg_html_open(&w->html, "ul");
  write_link(w, 1, word(w, PRG_TEXT_REPORT_OVERVIEW));
  for (size_t i = 0; i < report->n; i++)
    write_link(w, i + 2, report->part[i].forecast->series->name);
  write_link(w, report->n + 2, word(w, PRG_TEXT_REPORT_METHOD));
  prg_html_close(&w->html);
  prg_html_close(&w->html);
}

static void begin(report_writer *w, const char *title) {
  prg_html *html = &w->html;
  prg_html_init(html, w->out);
  prg_html_markup(html, "<!DOCTYPE html>\n");
  prg_html_open(html, "html");
  prg_html_attribute(html, "lang", w->report->language == PRG_SWEDISH ? "sv" : "en");
  write_head(w, title);
  prg_html_open(html, "body");
  prg_html_open(html, "a");
  prg_html_attribute(html, "class", "skip");
  prg_html_attribute(html, "href", "#main");
  prg_html_text(html, word(w, PRG_TEXT_REPORT_SKIP));
  prg_html_close(html);
  prg_html_open(html, "header");
  prg_html_element(html, "h1", title);
  prg_html_close(html);
  if (w->report->n > 1)
    write_contents(w);
  prg_html_open(html, "main");
  prg_html_attribute(html, "id", "main");
}

static void open_section(report_writer *w, const char *title) {
  w->section++;
  prg_html_open(&w->html, "section");
  set_anchor(&w->html, "aria-labelledby", "", w->section);
  prg_html_open(&w->html, "h2");
  set_anchor(&w->html, "id", "", w->section);
  prg_html_text(&w->html, title);
  prg_html_close(&w->html);
}

static void subheading(report_writer *w, const char *title) {
  prg_html_element(&w->html, "h3", title);
}

static void paragraph(report_writer *w, const char *text) {
  prg_html_element(&w->html, "p", text);
}

static void open_list(report_writer *w) {
  prg_html_open(&w->html, "ul");
}

static void item(report_writer *w, const char *text) {
  prg_html_element(&w->html, "li", text);
}

static void close(report_writer *w) {
  prg_html_close(&w->html);
}

/* --- tables --- */

static void write_cell(prg_html *html, const prg_text_table *cells, size_t i, const char *text) {
  size_t column = i % cells->n_column;
  bool heading = i < cells->n_column;
  prg_html_open(html, heading || column == 0 ? "th" : "td");
  if (heading || column == 0)
    prg_html_attribute(html, "scope", heading ? "col" : "row");
  if (column > 0 && !cells->right[column])
    prg_html_attribute(html, "class", "words");
  prg_html_text(html, text);
  prg_html_close(html);
}

static void write_rows(prg_html *html, const prg_text_table *cells) {
  const char *cell = prg_buffer_string(&cells->text);
  for (size_t i = 0; i < cells->n_cell; i++, cell += strlen(cell) + 1) {
    size_t column = i % cells->n_column;
    if (i == 0 || i == cells->n_column)
      prg_html_open(html, i == 0 ? "thead" : "tbody");
    if (column == 0)
      prg_html_open(html, "tr");
    write_cell(html, cells, i, cell);
    if (column + 1 == cells->n_column)
      prg_html_close(html);
    if (i + 1 == cells->n_column || i + 1 == cells->n_cell)
      prg_html_close(html);
  }
}

/* What is wider than the page scrolls in a box of its own, which the keyboard reaches. */
static void open_box(prg_html *html, const char *name) {
  prg_html_open(html, "div");
  prg_html_attribute(html, "class", "wide");
  prg_html_attribute(html, "role", "region");
  prg_html_attribute(html, "aria-label", name);
  prg_html_attribute(html, "tabindex", "0");
}

static void table(report_writer *w, const report_table *table) {
  prg_html *html = &w->html;
  if (table->cells.text.failed) {
    w->out->failed = true;
    return;
  }
  open_box(html, table->caption);
  prg_html_open(html, "table");
  if (table->by_period)
    prg_html_attribute(html, "data-periods", "");
  prg_html_element(html, "caption", table->caption);
  write_rows(html, &table->cells);
  prg_html_close(html);
  prg_html_close(html);
}

/* --- charts --- */

/* The marks that stand before a name in a tag of gnuplot's: of an element, or of one referred to.
 */
static size_t name_mark(const char *from) {
  static const char *const mark[] = {" id='", " id=\"", "href='#", "url(#"};
  for (size_t i = 0; i < sizeof mark / sizeof mark[0]; i++)
    if (strncmp(from, mark[i], strlen(mark[i])) == 0)
      return strlen(mark[i]);
  return 0;
}

/* Those of the title and the description are nobody else's already. */
static bool is_own_name(const char *name) {
  return strncmp(name, "title-", 6) == 0 || strncmp(name, "desc-", 5) == 0;
}

/* Appends the SVG without its prologue. Every drawing of gnuplot has the same names in it, and a
 * page may have each name once: they get the number of the section. */
static void write_svg(report_writer *w, const char *svg) {
  const char *from = strstr(svg, "<svg");
  prg_html_markup(&w->html, "\n");
  for (bool in_tag = false; from != NULL && *from != '\0';) {
    size_t n = in_tag ? name_mark(from) : 0;
    in_tag = *from == '<' || (in_tag && *from != '>');
    prg_buffer_add_n(w->out, from, n > 0 ? n : 1);
    from += n > 0 ? n : 1;
    if (n > 0 && !is_own_name(from))
      prg_buffer_printf(w->out, "c%zu-", w->section);
  }
}

/* A part of the width, to four decimals. */
static void set_part(prg_html *html, const char *name, double part) {
  char text[16];
  snprintf(text, sizeof text, "0.%04d", (int)(part * 10000 + .5));
  prg_html_attribute(html, name, text);
}

static void chart(report_writer *w, const prg_report_part *part, const char *name) {
  if (part->chart == NULL)
    return;
  prg_html_open(&w->html, "figure");
  set_part(&w->html, "data-left", part->chart_left);
  set_part(&w->html, "data-right", part->chart_right);
  open_box(&w->html, name);
  write_svg(w, part->chart);
  prg_html_close(&w->html);
  prg_html_close(&w->html);
}

/* --- the end --- */

static void open_footer(report_writer *w) {
  prg_html_close(&w->html); /* main */
  prg_html_open(&w->html, "footer");
}

static void end(report_writer *w) {
  prg_html_close(&w->html);
  prg_html_open(&w->html, "script");
  prg_html_markup(&w->html, prg_page_script);
  prg_html_close(&w->html);
  while (w->html.depth > 0)
    prg_html_close(&w->html);
}

void prg_report_html(const prg_report *report, prg_buffer *out) {
  static const report_format page = {
      .begin = begin,
      .open_section = open_section,
      .subheading = subheading,
      .paragraph = paragraph,
      .open_list = open_list,
      .item = item,
      .close_list = close,
      .table = table,
      .chart = chart,
      .close_section = close,
      .open_footer = open_footer,
      .end = end,
  };
  report_write(report, &page, NULL, out);
}
