/* What the chart of changes says in words. */
#include "present/chart/change.h"

#include <math.h>
#include <string.h>

#include <prognos/number.h>

#include "base/word.h"
#include "present/canvas/gnuplot_text.h"
#include "present/chart/chart_words.h"
#include "present/chart/page.h"

static const int most_told = 12; /* changes in the alternative text, the latest ones */

size_t prg_change_print(char text[PRG_NUMBER_BYTES + 2], double value, int decimals,
                        prg_language language) {
  size_t n = prg_number_people(text + 1, value, decimals, language);
  char zero[PRG_NUMBER_BYTES];
  prg_number_people(zero, 0, decimals, language);
  if (value > 0 && strcmp(text + 1, zero) != 0) {
    text[0] = '+';
    return n + 1;
  }
  memmove(text, text + 1, n + 1);
  return n;
}

static prg_argument signed_number(const prg_change_figures *f, double value,
                                  const prg_chart_options *options) {
  char text[PRG_NUMBER_BYTES + 2];
  prg_change_print(text, value, f->series.decimals, options->language);
  return prg_string(text);
}

static prg_argument period_of(const prg_change_figures *f, int x,
                              const prg_chart_options *options) {
  char text[PRG_PERIOD_BYTES];
  return prg_string(prg_period_print_people(prg_change_period(f, x), options->language, text));
}

void prg_change_subtitle(const prg_change_figures *figures, const prg_chart_options *options,
                         prg_buffer *out) {
  prg_period first = prg_change_period(figures, figures->first);
  prg_text how = figures->lag > 1              ? PRG_TEXT_CHANGE_BY_SEASON
                 : first.frequency == PRG_YEAR ? PRG_TEXT_CHANGE_BY_YEAR
                                               : PRG_TEXT_CHANGE_BY_PERIOD;
  prg_buffer measured = {0};
  if (word_is_given(options->unit)) {
    prg_buffer_add(&measured, options->unit);
    prg_buffer_add(&measured, ", ");
  }
  prg_buffer_add(&measured, prg_text_get(how, options->language));
  prg_chart_options with = *options;
  with.unit = prg_buffer_string(&measured);
  prg_chart_subtitle(&with, first, prg_change_period(figures, figures->origin),
                     prg_change_period(figures, figures->last), out);
  out->failed = out->failed || measured.failed;
  prg_buffer_free(&measured);
}

/* The period of the largest change of that sign among the outcome; false if two are as large, or if
 * there is but one change. */
static bool find_most(const prg_change_figures *f, double sign, int *most) {
  double largest = 0;
  size_t n = 0, as_large = 0;
  for (int x = f->first + 1; x <= f->origin; x++) {
    double change = sign * prg_change_at(f, x);
    n += isnan(change) ? 0 : 1;
    if (!(change >= largest) || change == 0)
      continue;
    as_large = change > largest ? 1 : as_large + 1;
    largest = change;
    *most = x;
  }
  return n > 1 && as_large == 1;
}

/* "Grundsärskola har ökat med 81 elever sedan 2017, mest 2021 (+26)" */
static void title_of_outcome(const prg_change_figures *f, const prg_chart_options *options,
                             prg_buffer *out) {
  double sum = prg_change_sum(f, f->origin);
  prg_argument name = prg_string(f->series.series->name);
  prg_argument since = period_of(f, f->first, options);
  if (sum == 0) {
    prg_argument when = prg_when(prg_change_period(f, f->first), options->language);
    prg_add_message(out, PRG_TEXT_CHANGE_SAME, PRG_ARGS(name, name, when), options->language);
    return;
  }
  prg_add_message(out, sum > 0 ? PRG_TEXT_CHANGE_UP : PRG_TEXT_CHANGE_DOWN,
                  PRG_ARGS(name, prg_quantity(options, fabs(sum), f->series.decimals), since),
                  options->language);
  int most = 0;
  if (find_most(f, sum > 0 ? 1 : -1, &most))
    prg_add_message(
        out, PRG_TEXT_CHANGE_MOST,
        PRG_ARGS(period_of(f, most, options), signed_number(f, prg_change_at(f, most), options)),
        options->language);
}

/* "Besök: +52 dec. 2022 mot samma period året före" */
static void title_of_season(const prg_change_figures *f, const prg_chart_options *options,
                            prg_buffer *out) {
  int x = f->origin;
  while (x > f->first + f->lag && isnan(prg_change_at(f, x)))
    x--;
  prg_add_message(out, PRG_TEXT_CHANGE_SEASON,
                  PRG_ARGS(prg_string(f->series.series->name),
                           signed_number(f, prg_change_at(f, x), options),
                           prg_when(prg_change_period(f, x), options->language)),
                  options->language);
}

static void add_title(const prg_change_figures *f, const prg_chart_options *options,
                      prg_buffer *out) {
  if (f->lag > 1 && f->origin >= f->first + f->lag) {
    title_of_season(f, options, out);
    return;
  }
  title_of_outcome(f, options, out);
  if (f->last > f->origin)
    prg_add_message(
        out, PRG_TEXT_CHANGE_AHEAD,
        PRG_ARGS(
            signed_number(f, prg_change_sum(f, f->last) - prg_change_sum(f, f->origin), options),
            period_of(f, f->last, options)),
        options->language);
}

void prg_change_title(const prg_change_figures *figures, const prg_chart_options *options,
                      prg_buffer *out) {
  prg_buffer text = {0};
  if (word_is_given(options->title))
    prg_buffer_add(&text, options->title);
  else
    add_title(figures, options, &text);
  prg_add_one_line(out, prg_buffer_string(&text));
  out->failed = out->failed || text.failed;
  prg_buffer_free(&text);
}

/* "2021 +26, 2022 +9" */
static prg_argument list(const prg_change_figures *f, int from, int to,
                         const prg_chart_options *options) {
  prg_buffer text = {0};
  for (int x = from; x <= to; x++) {
    char period[PRG_PERIOD_BYTES], number[PRG_NUMBER_BYTES + 2];
    double change = prg_change_at(f, x);
    if (isnan(change))
      continue;
    prg_change_print(number, change, f->series.decimals, options->language);
    prg_buffer_printf(&text, "%s%s %s", text.length > 0 ? ", " : "",
                      prg_period_print_people(prg_change_period(f, x), options->language, period),
                      number);
  }
  prg_argument argument = prg_string(prg_buffer_string(&text));
  prg_buffer_free(&text);
  return argument;
}

static void add_sentence(prg_buffer *out, prg_text text, const prg_argument *arguments,
                         prg_language language) {
  prg_buffer_add(out, out->length > 0 ? " " : "");
  prg_add_message(out, text, arguments, language);
}

static void describe_sum(const prg_change_figures *f, int to, const prg_chart_options *options,
                         prg_buffer *out) {
  double lower, upper;
  if (f->lag > 1 || isnan(prg_change_sum(f, to)))
    return;
  add_sentence(out, PRG_TEXT_ALT_CHANGE_SUM,
               PRG_ARGS(period_of(f, f->first, options), period_of(f, to, options),
                        signed_number(f, prg_change_sum(f, to), options)),
               options->language);
  prg_change_sum_interval(f, to, 0.80, &lower, &upper);
  if (!isnan(lower))
    add_sentence(out, PRG_TEXT_ALT_CHANGE_INTERVAL,
                 PRG_ARGS(signed_number(f, lower, options), signed_number(f, upper, options)),
                 options->language);
}

void prg_change_describe(const prg_change_figures *figures, const prg_chart_options *options,
                         prg_buffer *out) {
  const prg_change_figures *f = figures;
  prg_buffer text = {0};
  int from = f->first + f->lag;
  if (from <= f->origin - most_told)
    from = f->origin - most_told + 1;
  add_sentence(&text, PRG_TEXT_ALT_CHANGE, NULL, options->language);
  if (from <= f->origin)
    add_sentence(&text, PRG_TEXT_ALT_CHANGE_OUTCOME,
                 PRG_ARGS(prg_string(f->series.series->name), list(f, from, f->origin, options)),
                 options->language);
  describe_sum(f, f->origin, options, &text);
  if (f->last > f->origin) {
    int to = f->last - f->origin > most_told ? f->origin + most_told : f->last;
    add_sentence(&text, PRG_TEXT_ALT_CHANGE_FORECAST, PRG_ARGS(list(f, f->origin + 1, to, options)),
                 options->language);
    describe_sum(f, f->last, options, &text);
  }
  prg_add_one_line(out, prg_buffer_string(&text));
  out->failed = out->failed || text.failed;
  prg_buffer_free(&text);
}
