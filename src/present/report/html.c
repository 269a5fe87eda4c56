#include "present/report/html.h"

#include <assert.h>
#include <string.h>

#include "present/canvas/gnuplot_text.h"
#include "present/picture/picture_edit.h"

/* Around elements that hold others, so that the source can be read. */
static bool stands_alone(const char *element) {
  static const char *const block[] = {"html",  "head",  "body",  "header", "main",    "footer",
                                      "nav",   "ul",    "ol",    "dl",     "section", "figure",
                                      "table", "thead", "tbody", "div"};
  for (size_t i = 0; i < sizeof block / sizeof block[0]; i++)
    if (strcmp(element, block[i]) == 0)
      return true;
  return false;
}

static bool is_inline(const char *element) {
  return strcmp(element, "span") == 0 || strcmp(element, "a") == 0 || strcmp(element, "th") == 0 ||
         strcmp(element, "td") == 0;
}

static void end_tag(prg_html *html) {
  if (html->in_tag)
    prg_buffer_add_char(html->out, '>');
  html->in_tag = false;
}

static void break_line(prg_html *html) {
  const prg_buffer *out = html->out;
  if (out->length > 0 && out->data[out->length - 1] != '\n')
    prg_buffer_add_char(html->out, '\n');
}

static void begin_tag(prg_html *html, const char *element) {
  end_tag(html);
  if (!is_inline(element))
    break_line(html);
  prg_buffer_printf(html->out, "<%s", element);
  html->in_tag = true;
}

static void add_escaped(prg_html *html, const char *text) {
  prg_buffer clean = {0};
  prg_add_one_line(&clean, text);
  prg_xml_escape(html->out, prg_buffer_string(&clean));
  html->out->failed = html->out->failed || clean.failed;
  prg_buffer_free(&clean);
}

void prg_html_init(prg_html *html, prg_buffer *out) {
  *html = (prg_html){.out = out};
}

void prg_html_open(prg_html *html, const char *element) {
  assert(html->depth < PRG_HTML_DEPTH);
  begin_tag(html, element);
  html->open[html->depth++] = element;
}

void prg_html_attribute(prg_html *html, const char *name, const char *value) {
  assert(html->in_tag);
  prg_buffer_printf(html->out, " %s=\"", name);
  add_escaped(html, value);
  prg_buffer_add_char(html->out, '"');
}

void prg_html_text(prg_html *html, const char *text) {
  end_tag(html);
  add_escaped(html, text);
}

void prg_html_markup(prg_html *html, const char *markup) {
  end_tag(html);
  prg_buffer_add(html->out, markup);
}

void prg_html_close(prg_html *html) {
  assert(html->depth > 0);
  const char *element = html->open[--html->depth];
  end_tag(html);
  if (stands_alone(element))
    break_line(html);
  prg_buffer_printf(html->out, "</%s>", element);
  if (stands_alone(element))
    prg_buffer_add_char(html->out, '\n');
}

void prg_html_element(prg_html *html, const char *element, const char *text) {
  prg_html_open(html, element);
  prg_html_text(html, text);
  prg_html_close(html);
}

void prg_html_void(prg_html *html, const char *element) {
  begin_tag(html, element);
}
