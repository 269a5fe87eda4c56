#include "present/chart/page.h"

#include <prognos/number.h>

#include "base/word.h"
#include "present/canvas/gnuplot_text.h"

bool prg_page_title_is_given(prg_page *page, const prg_chart_options *options) {
  if (!word_is_given(options->title))
    return false;
  prg_add_one_line(&page->title, options->title);
  return true;
}

/* A message that may hold what others wrote, as one line: prg_add_one_line or the footer's. */
static void add(prg_buffer *out, const char *between, void (*add_line)(prg_buffer *, const char *),
                prg_text text, const prg_argument *arguments, prg_language language) {
  prg_buffer words = {0};
  prg_add_message(&words, text, arguments, language);
  if (out->length > 0)
    prg_buffer_add(out, between);
  add_line(out, prg_buffer_string(&words));
  out->failed = out->failed || words.failed;
  prg_buffer_free(&words);
}

void prg_page_add_title(prg_page *page, prg_text text, const prg_argument *arguments,
                        prg_language language) {
  add(&page->title, " ", prg_add_one_line, text, arguments, language);
}

void prg_page_name_series(prg_page *page, const prg_chart_options *options, const char *name) {
  if (word_is_given(options->subtitle))
    return;
  prg_buffer_add(&page->subtitle, " · ");
  prg_add_one_line(&page->subtitle, name);
}

void prg_page_add_footer(prg_page *page, prg_text text, const prg_argument *arguments,
                         prg_language language) {
  add(&page->footer, " · ", prg_add_footer_text, text, arguments, language);
}

double prg_page_write_top(const prg_page *page, prg_canvas *canvas) {
  canvas->failed = canvas->failed || page->title.failed || page->subtitle.failed;
  return prg_canvas_add_heading(canvas, prg_buffer_string(&page->title),
                                prg_buffer_string(&page->subtitle));
}

double prg_page_write_bottom(const prg_page *page, prg_canvas *canvas) {
  canvas->failed = canvas->failed || page->footer.failed;
  return prg_canvas_add_footer(canvas, prg_buffer_string(&page->footer));
}

void prg_page_clear(prg_page *page) {
  prg_buffer_free(&page->title);
  prg_buffer_free(&page->subtitle);
  prg_buffer_free(&page->footer);
}

prg_argument prg_quantity(const prg_chart_options *options, double value, int decimals) {
  prg_buffer text = {0};
  prg_buffer_add_people(&text, value, decimals, options->language);
  if (word_is_given(options->unit)) {
    prg_buffer_add(&text, "\u00A0");
    prg_add_one_line(&text, options->unit);
  }
  prg_argument argument = prg_string(prg_buffer_string(&text));
  prg_buffer_free(&text);
  return argument;
}

prg_argument prg_signed(double value, int decimals, prg_language language) {
  char text[PRG_NUMBER_BYTES + 2] = "+";
  bool plus = value > 0;
  prg_number_people(text + plus, value, decimals, language);
  return prg_string(text);
}

prg_argument prg_part_of_year(prg_period period, prg_language language) {
  static const prg_text of[PRG_FREQUENCY_COUNT] = {[PRG_HALF_YEAR] = PRG_TEXT_PART_HALF_1,
                                                   [PRG_TERM] = PRG_TEXT_PART_SPRING,
                                                   [PRG_QUARTER] = PRG_TEXT_PART_QUARTER_1,
                                                   [PRG_MONTH] = PRG_TEXT_PART_MONTH_1,
                                                   [PRG_DAY] = PRG_TEXT_PART_DAY_1};
  int position = prg_period_position(period);
  prg_buffer text = {0};
  if (of[period.frequency] != PRG_TEXT_NONE)
    prg_buffer_add(&text, prg_text_get((prg_text)((int)of[period.frequency] + position), language));
  else
    prg_add_message(&text, PRG_TEXT_PART_WEEK, PRG_ARGS(prg_integer(position + 1)), language);
  prg_argument argument = prg_string(prg_buffer_string(&text));
  prg_buffer_free(&text);
  return argument;
}
