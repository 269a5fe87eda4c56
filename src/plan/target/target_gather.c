#include "plan/target/target_gather.h"

#include <math.h>
#include <string.h>

static const double year_end = 12;
static const double close = 1e-9; /* months */

static bool is_of(const prg_outcome *outcome, size_t indicator, const char *group) {
  return outcome->indicator == indicator && !isnan(outcome->value) &&
         (group == NULL || strcmp(outcome->group, group) == 0);
}

/* The longest outcome that begins in that month and does not reach beyond span->to. */
static const prg_outcome *find_tile(const prg_target_book *book, size_t indicator,
                                    const char *group, const prg_span *span) {
  const prg_outcome *best = NULL;
  for (size_t k = 0; k < book->n_outcome; k++) {
    const prg_outcome *one = &book->outcome[k];
    if (is_of(one, indicator, group) && one->span.year == span->year &&
        fabs(one->span.from - span->from) < close && one->span.to < span->to + close &&
        (best == NULL || one->span.to > best->span.to))
      best = one;
  }
  return best;
}

/* Persons of different months can be added, means cannot. */
static bool adds_up(const prg_target_book *book, const prg_outcome *first) {
  prg_indicator_kind kind = book->indicator[first->indicator].kind;
  return kind == PRG_INDICATOR_COUNT || (kind == PRG_INDICATOR_SHARE && !isnan(first->of));
}

/* The figure of a span, in one row or added from shorter ones; value NaN if it is not there. */
static prg_outcome figure_of(const prg_target_book *book, size_t indicator, const char *group,
                             prg_span span) {
  static const prg_outcome none = {.value = NAN, .of = NAN, .spread = NAN, .n = NAN};
  const prg_outcome *tile = find_tile(book, indicator, group, &span);
  if (tile == NULL)
    return none;
  prg_outcome sum = *tile;
  while (sum.span.to < span.to - close) {
    span.from = sum.span.to;
    tile = adds_up(book, &sum) ? find_tile(book, indicator, group, &span) : NULL;
    if (tile == NULL)
      return none;
    sum.value += tile->value;
    sum.of += tile->of;
    sum.spread = sum.n = NAN;
    sum.span.to = tile->span.to;
  }
  return sum;
}

/* The latest year and month of any group; false if nothing was measured (in `year`, if not 0). */
static bool latest(const prg_target_book *book, size_t indicator, int year, prg_span *span) {
  bool found = false;
  for (size_t k = 0; k < book->n_outcome; k++) {
    const prg_outcome *one = &book->outcome[k];
    if (!is_of(one, indicator, NULL) || (year != 0 && one->span.year != year))
      continue;
    if (!found || one->span.year > span->year ||
        (one->span.year == span->year && one->span.to > span->to))
      *span = (prg_span){one->span.year, 0, one->span.to};
    found = true;
  }
  return found;
}

prg_status target_gather_through(const prg_target_book *book, size_t indicator, prg_span *through,
                                 bool *known, prg_error *error) {
  const prg_indicator *asked = &book->indicator[indicator];
  prg_span found = asked->through;
  *known = asked->has_through;
  *through = asked->through;
  if (!latest(book, indicator, asked->has_through ? asked->through.year : 0, &found))
    return PRG_OK;
  if (asked->through_stated && !asked->once_a_year && fabs(found.to - through->to) > close)
    return prg_fail_at(
        error, book->file, asked->line, 0, PRG_TEXT_TARGET_THROUGH_CONFLICT,
        PRG_ARGS(prg_string(asked->name), prg_number(through->to, -1), prg_number(found.to, -1)));
  *known = true;
  *through = found;
  return PRG_OK;
}

/* What the same part and the whole of earlier years were, summed, and for means their change. */
static prg_status gather_history(const prg_target_book *book, size_t indicator, const char *group,
                                 const prg_span *through, target_figures *out, prg_error *error) {
  double before = 0, total = 0;
  bool any = false;
  for (int back = 1; back <= HISTORY_YEARS; back++) {
    int year = through->year - back;
    prg_outcome part = figure_of(book, indicator, group, (prg_span){year, 0, through->to});
    prg_outcome whole = figure_of(book, indicator, group, (prg_span){year, 0, year_end});
    if (isnan(part.value) || isnan(whole.value))
      continue;
    if (adds_up(book, &part) && (part.value > whole.value || part.of > whole.of))
      return prg_fail_at(error, book->file, book->indicator[indicator].line, 0,
                         PRG_TEXT_TARGET_PART_LARGER,
                         PRG_ARGS(prg_string(book->indicator[indicator].name), prg_integer(year)));
    before += part.value;
    total += whole.value;
    any = true;
    out->change[out->n_change++] = whole.value - part.value;
  }
  out->before = any ? before : NAN;
  out->total = any ? total : NAN;
  return PRG_OK;
}

/* From the whole months that both years have one by one, without a gap. */
static double gather_dispersion(const prg_target_book *book, size_t indicator, const char *group,
                                const prg_span *through) {
  double now[12], then[12];
  unsigned n = 0;
  for (; n + 1 <= through->to + close; n++) {
    const prg_span this_year = {through->year, n, n + 1}, last_year = {through->year - 1, n, n + 1};
    const prg_outcome *a = find_tile(book, indicator, group, &this_year);
    const prg_outcome *b = find_tile(book, indicator, group, &last_year);
    if (a == NULL || b == NULL)
      break;
    now[n] = a->value;
    then[n] = b->value;
  }
  return prg_part_year_dispersion(now, then, n);
}

prg_status target_gather(const prg_target_book *book, size_t indicator, const char *group,
                         const prg_span *through, target_figures *out, prg_error *error) {
  const prg_indicator *asked = &book->indicator[indicator];
  int last = through->year - 1;
  *out = (target_figures){0};
  out->now = figure_of(book, indicator, group, *through);
  out->last = figure_of(book, indicator, group, (prg_span){last, 0, year_end});
  out->last_part = figure_of(book, indicator, group, (prg_span){last, 0, through->to});
  out->dispersion = gather_dispersion(book, indicator, group, through);
  prg_status status = gather_history(book, indicator, group, through, out, error);
  for (size_t k = 0; status == PRG_OK && isnan(out->now.value) && k < book->n_outcome; k++) {
    const prg_outcome *one = &book->outcome[k];
    if (is_of(one, indicator, group) && one->span.year == through->year)
      return prg_fail_at(error, book->file, asked->line, 0, PRG_TEXT_TARGET_HOLE,
                         PRG_ARGS(prg_string(asked->name), prg_integer(through->year),
                                  prg_number(through->to, -1)));
  }
  return status;
}
