/* What the chart of parts says in words. */
#include "present/chart/stack.h"

#include <math.h>

#include "base/word.h"
#include "present/canvas/gnuplot_text.h"
#include "present/chart/chart_words.h"
#include "present/chart/page.h"

void prg_stack_name(const prg_stack_figures *figures, size_t part, prg_language language,
                    prg_buffer *out) {
  const prg_stack_part *p = &figures->part[part];
  if (p->n > 1)
    prg_add_message(out, PRG_TEXT_STACK_REST, PRG_ARGS(prg_integer((long long)p->n)), language);
  else
    prg_add_one_line(out, figures->series[p->series[0]].series->name);
}

static prg_argument name_of(const prg_stack_figures *f, size_t part, prg_language language) {
  prg_buffer text = {0};
  prg_stack_name(f, part, language, &text);
  prg_argument argument = prg_string(prg_buffer_string(&text));
  prg_buffer_free(&text);
  return argument;
}

static prg_argument when(const prg_stack_figures *f, int x, prg_language language) {
  return prg_when(prg_stack_period(f, x), language);
}

/* The largest part of one series at x; false if none is known, or two are as large. */
static bool find_largest(const prg_stack_figures *f, int x, size_t *largest) {
  double most = -1;
  size_t as_large = 0;
  for (size_t i = 0; i < f->n_part; i++) {
    double value = prg_stack_part_at(f, i, x);
    if (f->part[i].n > 1 || !(value >= most))
      continue;
    as_large = value > most ? 1 : as_large + 1;
    most = value;
    *largest = i;
  }
  return as_large == 1;
}

/* "Tillsammans: 375 elever år 2022, omkring 412 år 2027; störst är Grundsärskola" */
static void title_of_sum(const prg_stack_figures *f, int x, const prg_chart_options *options,
                         prg_buffer *out) {
  prg_language language = options->language;
  prg_argument whole = f->total != NULL
                           ? prg_string(f->total->series->name)
                           : prg_string(prg_text_get(PRG_TEXT_STACK_TOGETHER, language));
  prg_add_message(out, PRG_TEXT_STACK_TITLE,
                  PRG_ARGS(whole, prg_quantity(options, prg_stack_sum(f, x), f->decimals),
                           when(f, x, language)),
                  language);
  double ahead = prg_stack_sum(f, f->last);
  if (f->last > f->origin && !isnan(ahead))
    prg_add_message(out, PRG_TEXT_STACK_TITLE_AHEAD,
                    PRG_ARGS(prg_number(ahead, f->decimals), when(f, f->last, language)), language);
  size_t largest = 0;
  if (find_largest(f, x, &largest))
    prg_add_message(out, PRG_TEXT_STACK_TITLE_LARGEST, PRG_ARGS(name_of(f, largest, language)),
                    language);
}

void prg_stack_title(const prg_stack_figures *figures, const prg_chart_options *options,
                     prg_buffer *out) {
  prg_buffer text = {0};
  int x;
  size_t largest = 0;
  bool known = find_largest(figures, figures->origin, &largest);
  if (word_is_given(options->title))
    prg_buffer_add(&text, options->title);
  else if (prg_stack_last_sum(figures, figures->origin, &x))
    title_of_sum(figures, x, options, &text);
  else
    prg_add_message(&text, known ? PRG_TEXT_STACK_TITLE_PARTS : PRG_TEXT_ALT_STACK,
                    PRG_ARGS(prg_integer((long long)figures->n_part),
                             when(figures, figures->origin, options->language),
                             name_of(figures, largest, options->language)),
                    options->language);
  prg_add_one_line(out, prg_buffer_string(&text));
  out->failed = out->failed || text.failed;
  prg_buffer_free(&text);
}

/* By more than what rounding explains; the first such period. */
static bool find_difference(const prg_stack_figures *f, int *x) {
  double enough = 0.5 * pow(10, -f->decimals) * (double)f->n_series;
  for (*x = f->first; *x <= f->last; ++*x)
    if (fabs(prg_stack_total(f, *x) - prg_stack_sum(f, *x)) > enough)
      return true;
  return false;
}

void prg_stack_footer(const prg_stack_figures *figures, const prg_chart_options *options,
                      prg_buffer *out) {
  const prg_stack_figures *f = figures;
  bool missing = false;
  prg_chart_footer(options, prg_stack_period(f, f->origin), f->last > f->origin, false, out);
  for (int x = f->first; x <= f->last; x++)
    missing = missing || isnan(prg_stack_sum(f, x));
  if (missing)
    prg_chart_explain_missing(options, out);
  int x;
  if (!find_difference(f, &x))
    return;
  prg_buffer text = {0};
  char period[PRG_PERIOD_BYTES];
  prg_add_message(&text, PRG_TEXT_STACK_DIFFERS,
                  PRG_ARGS(prg_string(f->total->series->name),
                           prg_string(prg_period_print_people(prg_stack_period(f, x),
                                                              options->language, period)),
                           prg_number(prg_stack_sum(f, x), f->decimals),
                           prg_number(prg_stack_total(f, x), f->decimals)),
                  options->language);
  prg_buffer_add(out, " · ");
  prg_add_footer_text(out, prg_buffer_string(&text));
  out->failed = out->failed || text.failed;
  prg_buffer_free(&text);
}

/* --- the alternative text --- */

static void add_sentence(prg_buffer *out, prg_text text, const prg_argument *arguments,
                         prg_language language) {
  prg_buffer_add(out, out->length > 0 ? " " : "");
  prg_add_message(out, text, arguments, language);
}

/* "Grundsärskola: från 168 elever år 2017 till 249 elever år 2022." */
static void describe_part(const prg_stack_figures *f, size_t part, const prg_chart_options *options,
                          prg_buffer *out) {
  int from = f->first, to = f->origin;
  while (from < to && isnan(prg_stack_part_at(f, part, from)))
    from++;
  while (to > from && isnan(prg_stack_part_at(f, part, to)))
    to--;
  prg_argument name = name_of(f, part, options->language);
  double first = prg_stack_part_at(f, part, from), last = prg_stack_part_at(f, part, to);
  if (isnan(last))
    add_sentence(out, PRG_TEXT_ALT_NO_FIGURES, PRG_ARGS(name), options->language);
  else
    add_sentence(out, PRG_TEXT_ALT_OUTCOME,
                 PRG_ARGS(name, prg_quantity(options, first, f->decimals),
                          when(f, from, options->language),
                          prg_quantity(options, last, f->decimals), when(f, to, options->language)),
                 options->language);
}

static void describe_sum(const prg_stack_figures *f, const prg_chart_options *options,
                         prg_buffer *out) {
  prg_language language = options->language;
  int x;
  if (prg_stack_last_sum(f, f->origin, &x))
    add_sentence(
        out, PRG_TEXT_ALT_STACK_TOTAL,
        PRG_ARGS(prg_quantity(options, prg_stack_sum(f, x), f->decimals), when(f, x, language)),
        language);
  if (f->last == f->origin || isnan(prg_stack_sum(f, f->last)))
    return;
  double lower, upper;
  add_sentence(out, PRG_TEXT_ALT_STACK_AHEAD,
               PRG_ARGS(prg_quantity(options, prg_stack_sum(f, f->last), f->decimals),
                        when(f, f->last, language)),
               language);
  prg_stack_interval(f, f->last, &lower, &upper);
  if (!isnan(lower))
    add_sentence(out, PRG_TEXT_ALT_STACK_INTERVAL,
                 PRG_ARGS(prg_number(lower, f->decimals), prg_number(upper, f->decimals)),
                 language);
}

void prg_stack_describe(const prg_stack_figures *figures, const prg_chart_options *options,
                        prg_buffer *out) {
  const prg_stack_figures *f = figures;
  prg_buffer text = {0};
  long long missing = 0;
  add_sentence(&text, PRG_TEXT_ALT_STACK, PRG_ARGS(prg_integer((long long)f->n_part)),
               options->language);
  for (size_t i = 0; i < f->n_part; i++)
    describe_part(f, i, options, &text);
  describe_sum(f, options, &text);
  for (int x = f->first; x <= f->last; x++)
    missing += isnan(prg_stack_sum(f, x)) ? 1 : 0;
  if (missing > 0)
    add_sentence(&text, PRG_TEXT_ALT_STACK_MISSING, PRG_ARGS(prg_integer(missing)),
                 options->language);
  prg_add_one_line(out, prg_buffer_string(&text));
  out->failed = out->failed || text.failed;
  prg_buffer_free(&text);
}
